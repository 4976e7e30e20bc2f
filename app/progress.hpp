#pragma once
/// How far long work is, on standard error: a bar with the time left on a terminal, a plain line
/// now and then elsewhere.

#include <chrono>
#include <cstdint>
#include <string>

namespace doorstroom {

class Progress {
 public:
  /// @param what  what is counted: "replications"
  explicit Progress(std::string what);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::uint32_t done, std::uint32_t of);
  /// Says something without spoiling the bar.
  void say(const std::string& message);

 private:
  using Time = std::chrono::steady_clock::time_point;

  void clear_bar();

  std::string what_;
  bool on_terminal_;
  bool bar_shown_ = false;
  Time started_;
  Time shown_;
};

/// A length of time as people say it: "8 s", "3 min 20 s", "2 h 05 min".
std::string in_words(std::chrono::seconds length);

}  // namespace doorstroom
