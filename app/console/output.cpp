#include "app/console/output.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "models/messages/utf8.hpp"
#include "results/text/plain_words.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {

void prepare_output() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // the limit of `ulimit -f`
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream)
    if (fcntl(stream, F_GETFD) < 0) open("/dev/null", O_RDWR);  // gets the lowest free number
}

std::size_t output_width() {
  constexpr std::size_t least = customary_width, most = 120;
  winsize terminal{};
  if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &terminal) != 0) return least;
  return std::clamp<std::size_t>(terminal.ws_col, least, most);
}

void print(std::string_view answer) {
  const std::string text = escaped(answer);
  const bool written =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (written || errno == EPIPE) return;
  throw run_error(
      message("the answer cannot be written to standard output: {0}\n  a result file that the run "
              "has named is whole; `doorstroom show` prints it again",
              system_error(errno)));
}

void print_fitted(const std::string& text) {
  print(fitted(text, output_width()));
}

void print_message(std::string_view message) {
  std::string text = escaped(message);
  if (!text.ends_with('\n')) text += '\n';
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace doorstroom
