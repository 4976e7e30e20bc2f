#pragma once
/// Ctrl-C and the other signals that ask the program to end (SIGINT, SIGTERM, SIGHUP). There is one
/// handler for all commands, from the first line of main() to the last:
///
/// - while long work looks at the flag, a signal sets the flag, and the work stops at the next
///   moment at which it leaves nothing half done;
/// - at all other times, and when somebody asks again a second or more later, the program removes
///   what it has not finished, says so, and ends with exit code 130.
///
/// So a signal never leaves half a file, whatever the program is doing.

#include <atomic>
#include <string>

#include "models/messages/message.hpp"

namespace doorstroom {

/// Exit code of a command that the user stopped.
inline constexpr int stopped_by_user = 130;

/// Thrown when the user stopped work of which a part is kept.
struct StoppedByUser {
  LocalizedText text;  ///< what is kept, and how to go on
};

/// Installs the handler. Called once, by main(). Signals that the caller of the program ignores
/// stay ignored, so a run under `nohup` outlives its terminal.
/// @param farewell  what is said when the program ends at once
void handle_signals(const std::string& farewell);

/// While an object of this class exists, somebody looks at the flag. A signal at which nobody has
/// looked ends the program when the last object goes.
class InterruptHandler {
 public:
  InterruptHandler();
  ~InterruptHandler();
  InterruptHandler(const InterruptHandler&) = delete;
  InterruptHandler& operator=(const InterruptHandler&) = delete;

  /// The flag: true once a signal has asked the program to end.
  const std::atomic<bool>* stop_requested() const;
};

}  // namespace doorstroom
