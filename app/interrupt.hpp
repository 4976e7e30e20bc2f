#pragma once
/// Ctrl-C, and its kin: the run ends at the next moment that leaves nothing half done.

#include <array>
#include <atomic>
#include <csignal>
#include <utility>

#include "models/messages/said.hpp"

namespace doorstroom {

/// The user stopped the work, and not all of it is lost.
struct Stopped {
  Text told;  ///< what is left, and how to go on
};

/// While it lives, SIGINT, SIGTERM and SIGHUP ask for an end instead of ending the program at once.
/// One that the caller wants ignored stays so: a run under `nohup` outlives its terminal.
/// One at a time.
class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;

  /// Becomes true when an end was asked for.
  const std::atomic<bool>* requested() const;

 private:
  std::array<std::pair<int, struct sigaction>, 3> before_{
      {{SIGINT, {}}, {SIGTERM, {}}, {SIGHUP, {}}}};
};

}  // namespace doorstroom
