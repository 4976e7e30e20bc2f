#pragma once
/// Ctrl-C and the other signals that ask the program to end: a run stops at the next moment at
/// which it leaves nothing half done.

#include <array>
#include <atomic>
#include <csignal>
#include <utility>

#include "models/messages/message.hpp"

namespace doorstroom {

/// Thrown when the user stopped work of which a part is kept.
struct StoppedByUser {
  LocalizedText text;  ///< what is kept, and how to go on
};

/// While an object of this class exists, SIGINT, SIGTERM and SIGHUP set a flag; they no longer end
/// the program at once. Signals that the caller of the program ignores stay ignored, so a run under
/// `nohup` outlives its terminal. At most one object exists at a time.
class InterruptHandler {
 public:
  InterruptHandler();
  ~InterruptHandler();
  InterruptHandler(const InterruptHandler&) = delete;
  InterruptHandler& operator=(const InterruptHandler&) = delete;

  /// The flag: true once a signal has asked the program to end.
  const std::atomic<bool>* stop_requested() const;

 private:
  std::array<std::pair<int, struct sigaction>, 3> before_{
      {{SIGINT, {}}, {SIGTERM, {}}, {SIGHUP, {}}}};
};

}  // namespace doorstroom
