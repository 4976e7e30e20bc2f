#include "app/console/interrupt.hpp"

namespace doorstroom {
namespace {

// A signal handler gets no argument of ours, so its flag is global.
std::atomic<bool> stop_flag{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void request_stop(int) {
  stop_flag = true;
}

}  // namespace

InterruptHandler::InterruptHandler() {
  stop_flag = false;
  struct sigaction stop {};
  stop.sa_handler = request_stop;
  sigemptyset(&stop.sa_mask);
  for (auto& [signal, before] : before_) {
    sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) sigaction(signal, &stop, nullptr);
  }
}

InterruptHandler::~InterruptHandler() {
  for (const auto& [signal, before] : before_) sigaction(signal, &before, nullptr);
}

const std::atomic<bool>* InterruptHandler::stop_requested() const {
  return &stop_flag;
}

}  // namespace doorstroom
