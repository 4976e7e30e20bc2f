#pragma once
/// A comparison as a steering group reads it: verdicts in sentences that say which uncertainty they
/// carry, then the figures behind them.

#include <string>

#include "models/said.hpp"
#include "results/experiment/comparison.hpp"

namespace doorstroom {

/// "relevant, better: 18 to 24 lower (21 in the middle); 10 or more matters".
Text verdict_text(const Judged& judged);

/// @param everything  each year, and each desk and arrangement, too
std::string comparison_text(const Comparison& comparison, bool everything, Language language);

}  // namespace doorstroom
