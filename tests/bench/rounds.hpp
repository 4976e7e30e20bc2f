#pragma once
/// Has Google Benchmark take the sides of a group in turn, and keeps what they came to.

#include <map>
#include <string>
#include <vector>

#include "tests/bench/measure.hpp"

namespace doorstroom::bench {

/// Figures of each side, one for each round.
using Figures = std::map<std::string, std::vector<double>>;

/// Takes every side of the group that its rows need, once a round.
/// @throws RunError when a side fails
Figures take_rounds(const Group& group, int rounds);

/// A row's figure in each round, in its unit.
std::vector<double> compared(const Row& row, const Figures& figures);

}  // namespace doorstroom::bench
