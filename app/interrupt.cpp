#include "app/interrupt.hpp"

#include <array>
#include <csignal>

namespace doorstroom {
namespace {

// A signal handler can reach nothing but a global.
std::atomic<bool> stop_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free);

constexpr std::array ends{SIGINT, SIGTERM, SIGHUP};

void request_stop(int) {
  stop_requested = true;
}

void handle(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  for (const int signal : ends) sigaction(signal, &action, nullptr);
}

}  // namespace

InterruptWatch::InterruptWatch() {
  stop_requested = false;
  handle(request_stop);
}

InterruptWatch::~InterruptWatch() {
  handle(SIG_DFL);
}

const std::atomic<bool>* InterruptWatch::requested() const {
  return &stop_requested;
}

}  // namespace doorstroom
