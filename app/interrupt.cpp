#include "app/interrupt.hpp"

namespace doorstroom {
namespace {

// A signal handler can reach nothing but a global.
std::atomic<bool> stop_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void request_stop(int) {
  stop_requested = true;
}

}  // namespace

InterruptWatch::InterruptWatch() {
  stop_requested = false;
  struct sigaction stop {};
  stop.sa_handler = request_stop;
  sigemptyset(&stop.sa_mask);
  for (auto& [signal, before] : before_) {
    sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) sigaction(signal, &stop, nullptr);
  }
}

InterruptWatch::~InterruptWatch() {
  for (const auto& [signal, before] : before_) sigaction(signal, &before, nullptr);
}

const std::atomic<bool>* InterruptWatch::requested() const {
  return &stop_requested;
}

}  // namespace doorstroom
