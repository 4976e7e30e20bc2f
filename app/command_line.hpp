#pragma once
/// Runs the program as the command line asks.

#include "models/messages/language.hpp"

namespace doorstroom {

/// Parses the words and runs the command that they name.
/// @param argc,argv  as main() gets them
/// @param language   of all that is printed
/// @return exit code of the command; 0 after --help or --version, 2 when the words are wrong
int run_command_line(int argc, char** argv, Language language);

/// The language that --lang or else the environment asks for; English where there is no
/// translation. Read apart from the other options, because mistakes in those are reported in it.
Language language_of(int argc, char** argv);

}  // namespace doorstroom
