#pragma once
/// What `--help` says, in the language of whoever asks. Options and commands are declared in
/// English; the catalogue has the Dutch of each description, and of each paragraph below them.

#include <CLI/CLI.hpp>

#include "models/messages/language.hpp"

namespace doorstroom {

/// Puts the help of a command, and of all commands below it, into a language.
void localize_help(CLI::App& command, Language language);

}  // namespace doorstroom
