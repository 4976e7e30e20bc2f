#pragma once
/// A comparison for other programs. results/README.md tells the fields.

#include <string>

#include "results/experiment/comparison.hpp"
#include "results/experiment/over_evidence.hpp"

namespace doorstroom {

/// JSON; a number that there is no data for is null.
/// @param over  null: the assumptions were not varied
std::string comparison_json(const Comparison& comparison, const OverEvidence* over = nullptr);

}  // namespace doorstroom
