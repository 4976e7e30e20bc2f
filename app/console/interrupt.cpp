#include "app/console/interrupt.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <ctime>
#include <exception>

#include "results/file/unfinished.hpp"

namespace doorstroom {
namespace {

constexpr std::int64_t patience_ms = 1000;

// A signal handler gets no argument of ours, so what it looks at is global.
std::atomic<bool> stop_flag{false};
std::atomic<int> lookers{0};
std::atomic<std::int64_t> first_asked_ms{0};
std::array<char, 400> farewell_text{};
std::size_t farewell_length = 0;
static_assert(std::atomic<bool>::is_always_lock_free &&
              std::atomic<std::int64_t>::is_always_lock_free);

std::int64_t now_ms() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

/// Calls nothing that a signal handler may not.
[[noreturn]] void end_at_once() {
  remove_unfinished();
  if (write(STDERR_FILENO, farewell_text.data(), farewell_length) < 0) errno = 0;
  _exit(stopped_by_user);
}

void on_signal(int) {
  const int kept = errno;
  if (lookers == 0) end_at_once();
  if (!stop_flag) {
    first_asked_ms = now_ms();
    stop_flag = true;
  } else if (now_ms() - first_asked_ms >= patience_ms) {
    end_at_once();
  }
  errno = kept;
}

}  // namespace

void handle_signals(const std::string& farewell) {
  farewell_length = std::min(farewell.size(), farewell_text.size());
  std::copy_n(farewell.begin(), farewell_length, farewell_text.begin());
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&action.sa_mask, signal);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);
  }
}

InterruptHandler::InterruptHandler() {
  if (lookers++ == 0) stop_flag = false;
}

InterruptHandler::~InterruptHandler() {
  const bool last = --lookers == 0;
  if (last && stop_flag && std::uncaught_exceptions() == 0) end_at_once();
}

const std::atomic<bool>* InterruptHandler::stop_requested() const {
  return &stop_flag;
}

}  // namespace doorstroom
