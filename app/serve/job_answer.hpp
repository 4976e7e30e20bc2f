#pragma once
/// An answer on its way through the pipe from a job to the server: a line with the status and the
/// type, then texts in whole lines, then a line that is a single dot. An answer without that line
/// was cut off: its job crashed or was killed.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace doorstroom {

/// Writes an answer in the job. The process ends when nobody reads it.
class JobAnswerWriter {
 public:
  /// @param out  descriptor of the pipe
  explicit JobAnswerWriter(int out) : out_(out) {}

  void begin(int status, std::string_view type);
  /// @param text  whole lines, none of them a single dot
  void send(std::string_view text);
  void end();

 private:
  void write_all(std::string_view text) const;

  int out_;
};

/// Takes an answer apart in the server, as it comes.
class JobAnswerReader {
 public:
  /// Takes in what was read from the pipe.
  void add(std::string_view piece);

  /// None before the first line has come.
  std::optional<int> status() const { return status_; }
  const std::string& type() const { return type_; }
  /// What of the body has come in whole lines since the last call.
  std::string take_lines();
  /// Whether the whole answer has come.
  bool is_whole() const { return whole_; }

 private:
  void read_head();

  std::string pending_;  ///< what has come and is not taken
  std::optional<int> status_;
  std::string type_;
  bool whole_ = false;
};

}  // namespace doorstroom
