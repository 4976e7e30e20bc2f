#pragma once
/// What this program is: its version, and what it was built from.

#include "results/file/run_facts.hpp"

namespace doorstroom {

/// Its git commit is "unknown" when it was built outside a clone.
Program this_program();

}  // namespace doorstroom
