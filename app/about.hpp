#pragma once
/// The version of this program, its compiler and its libraries, as result files record them.

#include "results/file/run_facts.hpp"
#include "results/sweep/manifest.hpp"

namespace doorstroom {

/// The git commit is "unknown" when the program was built outside a git clone.
Program this_program();

/// The same as an experiment records it: results of another version may differ.
ProgramVersion this_version();

}  // namespace doorstroom
