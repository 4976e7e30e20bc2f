#pragma once
/// Formats a comparison as JSON for other programs. results/README.md describes the fields.

#include <string>

#include "results/comparison/comparison.hpp"
#include "results/comparison/over_evidence.hpp"

namespace doorstroom {

/// @param over  null if the assumptions were not varied
/// @return JSON, in which a number without data is null
std::string comparison_json(const Comparison& comparison, const OverEvidence* over = nullptr);

}  // namespace doorstroom
