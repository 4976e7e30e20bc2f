#pragma once
/// The command line: what may be written on it, its help, and what is said of a mistake in it.

#include "models/messages/language.hpp"

namespace doorstroom {

/// Runs the command that the arguments name.
/// @return its exit code; 0 after help, 2 after a mistake in the arguments
int dispatch(int argc, char** argv, Language language);

/// What `--lang` asks for, or else the environment: Dutch, or English for all other languages.
Language language_of(int argc, char** argv);

}  // namespace doorstroom
