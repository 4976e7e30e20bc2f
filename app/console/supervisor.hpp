#pragma once
/// A command that reads result files runs as a child of the program: the library that reads them
/// does not survive every file that somebody makes up. The program itself waits, and says of a
/// crash or a stall which file was being read.
///
/// The child has the terminal, standard input and output, and the process group of the program, so
/// pipes, Ctrl-C and Ctrl-Z work as ever; what others send to the program is passed on. It is
/// killed when the program is killed. What it has not finished when it is killed itself, the
/// program removes. It is the child that runs the command and the program that waits, so nothing
/// has to be handed back but the exit code.
///
/// Under a debugger or a tracer there is no child.

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "models/messages/message.hpp"

namespace doorstroom {

struct Supervision {
  /// What the command may write; see confinement.hpp.
  std::vector<std::string> outputs{};
  /// How long one call of the library may take without reading anything further from the disk.
  std::chrono::milliseconds patience = std::chrono::seconds(10);
  /// How long one call of the library may take at all.
  std::chrono::milliseconds longest = std::chrono::minutes(10);
};

/// Starts a confined child. Returns twice: in the child, which now runs the command, nothing; in
/// the program, once the child has ended, the exit code of the command. Returns nothing in the
/// program, too, when no child can be started; that is told.
/// @pre no thread was started, and no file was read with the library
std::optional<int> supervise(const Supervision& supervision, Language language);

}  // namespace doorstroom
