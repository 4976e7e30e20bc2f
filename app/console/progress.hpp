#pragma once
/// The progress of long work, on standard error. On a terminal it is a bar with the time left;
/// elsewhere a plain line every ten seconds. Work of two seconds or less shows no line.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/messages/message.hpp"

namespace doorstroom {

class Progress {
 public:
  /// @param what  what is counted: "replications"
  explicit Progress(const LocalizedText& what, Language language = Language::en);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// @param done  how many are done; in the first call, those that were done before the work began
  ///              and do not count for the speed
  /// @param of    how many there are
  /// @param note  shown behind it; may be empty
  void show(std::uint32_t done, std::uint32_t of, const std::string& note = {});
  /// Prints a message; the bar, if any, gives way and comes back with the next show().
  void print_line(const LocalizedText& message);

 private:
  using Time = std::chrono::steady_clock::time_point;

  void clear_bar();
  static void write(std::string_view text);

  Language language_;
  LocalizedText what_;
  bool on_terminal_;
  bool bar_shown_ = false;
  Time started_;
  bool ended_ = false;                   ///< once; work that turns out to be more goes on
  std::optional<std::uint32_t> before_;  ///< done before the work began
  Time next_;                            ///< nothing is shown before this moment
};

/// A length of time in words: "8 s", "3 min 20 s", "2 h 05 min".
LocalizedText duration_text(std::chrono::seconds length);

}  // namespace doorstroom
