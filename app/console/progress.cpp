#include "app/console/progress.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "app/console/output.hpp"
#include "models/messages/utf8.hpp"

namespace doorstroom {
namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr milliseconds bar_every{100};
constexpr seconds first_line_after{2};  // shorter work shows no line
constexpr seconds line_every{10};
constexpr int widest_bar = 30;

/// How many columns are left for the bar beside the text. A line that wraps could not be
/// overwritten.
int bar_width(std::size_t text) {
  winsize size{};
  const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  const int columns = known ? size.ws_col : 80;
  return std::clamp(columns - static_cast<int>(text) - 4, 0, widest_bar);
}

}  // namespace

LocalizedText duration_text(seconds length) {
  const auto count = length.count();
  if (count < 60) return message("{0} s", count);
  if (count < 3600) return message("{0} min {1} s", count / 60, fmt::format("{:02}", count % 60));
  return message("{0} h {1} min", count / 3600, fmt::format("{:02}", count % 3600 / 60));
}

Progress::Progress(const LocalizedText& what, Language language)
    : language_(language),
      what_(what),
      on_terminal_(isatty(STDERR_FILENO) == 1),
      started_(steady_clock::now()),
      next_(on_terminal_ ? started_ : started_ + first_line_after) {}

Progress::~Progress() {
  clear_bar();
}

void Progress::show(std::uint32_t done, std::uint32_t of, const std::string& note) {
  const Time now = steady_clock::now();
  if (!before_) before_ = done;
  const bool last = done == of;
  const bool first_end = last && !ended_;
  if (!first_end && now < next_) return;
  ended_ = ended_ || last;

  const double share = of > 0 ? static_cast<double>(done) / of : 1;
  const auto elapsed = now - started_;
  LocalizedText line = doorstroom::message("{0} of {1} {2}", done, of, what_);
  if (last)
    line = doorstroom::message("{0}, in {1}", line, duration_text(duration_cast<seconds>(elapsed)));
  else if (done > *before_)
    line = doorstroom::message(
        "{0}, about {1} left", line,
        duration_text(duration_cast<seconds>(elapsed * (of - done) / (done - *before_))));
  const std::string text = escaped(line.in(language_) + (note.empty() ? "" : "; " + note));
  if (on_terminal_) {
    next_ = now + bar_every;
    const int width = bar_width(text.size());
    const int filled = static_cast<int>(share * width);
    write(fmt::format("\r[{:#<{}}{:.<{}}] {}\033[K", "", filled, "", width - filled, text));
    bar_shown_ = true;
  } else if (now - started_ >= first_line_after) {
    next_ = now + line_every;
    print_message(text);
  }
}

void Progress::print_line(const LocalizedText& message) {
  clear_bar();
  print_message(message.in(language_));
}

void Progress::clear_bar() {
  if (bar_shown_) write("\r\033[K");
  bar_shown_ = false;
}

void Progress::write(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);  // see output.hpp: errors do not matter
  std::fflush(stderr);
}

}  // namespace doorstroom
