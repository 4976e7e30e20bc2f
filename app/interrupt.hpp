#pragma once
/// Ctrl-C, and its kin: the run ends at the next moment that leaves nothing half done.

#include <atomic>

namespace doorstroom {

/// While it lives, SIGINT, SIGTERM and SIGHUP ask for an end instead of ending the program at once.
/// One at a time.
class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;

  /// Becomes true when an end was asked for.
  const std::atomic<bool>* requested() const;
};

}  // namespace doorstroom
