#pragma once
/// How far long work is, on standard error: a bar with the time left on a terminal, a plain line
/// now and then elsewhere, and none at all of what takes two seconds or less.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/messages/said.hpp"

namespace doorstroom {

class Progress {
 public:
  /// @param what  what is counted: "replications"
  explicit Progress(const Text& what, Language language = Language::en);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// @param done  of the first call: what was there before work began, and took no time
  /// @param note  what is told beside it; empty: nothing
  void show(std::uint32_t done, std::uint32_t of, const std::string& note = {});
  /// Says something without spoiling the bar.
  void say(const Text& message);

 private:
  using Time = std::chrono::steady_clock::time_point;

  void clear_bar();
  static void write(std::string_view text);

  Language language_;
  Text what_;
  bool on_terminal_;
  bool bar_shown_ = false;
  Time started_;
  std::optional<std::uint32_t> before_;  ///< done when work began
  Time next_;                            ///< moment before which nothing is shown
};

/// A length of time as people say it: "8 s", "3 min 20 s", "2 h 05 min".
Text in_words(std::chrono::seconds length);

}  // namespace doorstroom
