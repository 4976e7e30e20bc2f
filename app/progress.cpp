#include "app/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

namespace doorstroom {
namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr milliseconds bar_every{100};
constexpr seconds line_every{10};
constexpr int bar_width = 30;

}  // namespace

std::string in_words(seconds length) {
  const auto count = length.count();
  if (count < 60) return fmt::format("{} s", count);
  if (count < 3600) return fmt::format("{} min {:02} s", count / 60, count % 60);
  return fmt::format("{} h {:02} min", count / 3600, count % 3600 / 60);
}

Progress::Progress(std::string what)
    : what_(std::move(what)),
      on_terminal_(isatty(STDERR_FILENO) == 1),
      started_(steady_clock::now()),
      shown_(started_) {}

Progress::~Progress() {
  clear_bar();
}

void Progress::show(std::uint32_t done, std::uint32_t of) {
  const Time now = steady_clock::now();
  const bool last = done == of;
  const auto pause = on_terminal_ ? milliseconds(bar_every) : milliseconds(line_every);
  if (!last && now - shown_ < pause) return;
  shown_ = now;

  const double share = of > 0 ? static_cast<double>(done) / of : 1;
  const auto elapsed = now - started_;
  const auto left = done > 0 ? duration_cast<seconds>(elapsed * ((1 - share) / share)) : seconds{0};
  const std::string rest = last ? fmt::format("in {}", in_words(duration_cast<seconds>(elapsed)))
                                : fmt::format("about {} left", in_words(left));
  if (!on_terminal_) {
    if (last && elapsed < line_every) return;  // too short to need telling
    fmt::print(stderr, "{} of {} {}, {}\n", done, of, what_, rest);
    return;
  }
  const int filled = static_cast<int>(share * bar_width);
  fmt::print(stderr, "\r[{:#<{}}{:.<{}}] {} of {} {}, {}\033[K", "", filled, "", bar_width - filled,
             done, of, what_, rest);
  std::fflush(stderr);
  bar_shown_ = true;
}

void Progress::say(const std::string& message) {
  clear_bar();
  fmt::print(stderr, "{}\n", message);
}

void Progress::clear_bar() {
  if (bar_shown_) fmt::print(stderr, "\r\033[K");
  std::fflush(stderr);
  bar_shown_ = false;
}

}  // namespace doorstroom
