#pragma once
/// A comparison for other programs. results/README.md tells the fields.

#include <string>

#include "results/experiment/comparison.hpp"

namespace doorstroom {

/// JSON; a number that there is no data for is null.
std::string comparison_json(const Comparison& comparison);

}  // namespace doorstroom
