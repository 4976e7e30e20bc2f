#pragma once
/// Reads the words of a command line: finds the command that they name, and stores the values of
/// its options in its arguments. The only file pair that includes CLI11.

#include <string>

#include "app/cli/command.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {

/// What a command line asks for. Exactly one of the first three.
struct CommandLineRequest {
  const Command* command = nullptr;  ///< to be run; its arguments are filled in
  std::string answer{};              ///< the text of --help or --version
  LocalizedText mistake{};           ///< why the words cannot be understood, and what is possible
  bool accept_changed = false;       ///< --accept-changed was given
};

/// @param program   name, description, examples and commands of the whole program; must outlive
///                  what is returned
/// @param version   answer to --version
/// @param argc,argv as main() gets them
/// @param language  of the help and of what is said of mistakes
CommandLineRequest parse_command_line(const Command& program, const std::string& version, int argc,
                                      const char* const* argv, Language language);

}  // namespace doorstroom
