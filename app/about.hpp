#pragma once
/// The version of this program, its compiler and its libraries, as result files record them.

#include "results/file/run_facts.hpp"

namespace doorstroom {

/// The git commit is "unknown" when the program was built outside a git clone.
Program this_program();

}  // namespace doorstroom
