#include "app/console/last_words.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>

#include "results/file/reading.hpp"
#include "results/file/unfinished.hpp"

namespace doorstroom {
namespace {

// What is called at the end of a program gets nothing of ours. Until the language of the user is
// known the words are English.
std::array<char, 400> last_words{"Failed: out of memory\n"};
bool has_ended = false;

void on_exit() {
  if (has_ended) return;
  remove_unfinished();
  say_last_words();
  _exit(1);
}

/// What failed last did so for want of memory, or GLib traps itself, as it does without memory.
void on_crash(int signal) {
  if ((errno == ENOMEM || signal == SIGTRAP) && !is_reading()) on_exit();
  remove_unfinished();
  std::signal(signal, SIG_DFL);
  raise(signal);
}

std::terminate_handler customary_end = nullptr;

/// Memory was refused where nobody can be told, as in a destructor.
void on_terminate() {
  try {
    if (const std::exception_ptr thrown = std::current_exception()) std::rethrow_exception(thrown);
  } catch (const std::bad_alloc&) {
    on_exit();
  } catch (...) {  // our own fault: the customary end tells which
  }
  customary_end();
}

}  // namespace

void set_last_words(const std::string& words) {
  const std::size_t length = std::min(words.size(), last_words.size() - 1);
  *std::copy_n(words.begin(), length, last_words.begin()) = '\0';
  static const bool is_installed = [] {
#ifndef DOORSTROOM_SANITIZE  // which tells of crashes by itself
    for (const int crash : {SIGSEGV, SIGBUS, SIGABRT, SIGTRAP}) std::signal(crash, on_crash);
#endif
    customary_end = std::set_terminate(on_terminate);
    return std::atexit(on_exit) == 0;
  }();
  (void)is_installed;
}

void say_last_words() {
  const auto* const end = std::ranges::find(last_words, '\0');
  const auto length = static_cast<std::size_t>(end - last_words.begin());
  if (write(STDERR_FILENO, last_words.data(), length) < 0) errno = 0;
}

void end_of_work() {
  has_ended = true;
}

}  // namespace doorstroom
