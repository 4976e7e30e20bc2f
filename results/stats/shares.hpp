#pragma once
/// How large a share is, of which a number of trials tells: how many of so many replications met a
/// target.

#include <cstdint>

#include "results/stats/intervals.hpp"

namespace doorstroom {

/// The share with its exact interval (Clopper and Pearson, Biometrika 26:404, 1934), which covers
/// the true share with at least the confidence asked for. NaN without trials.
/// @param met         trials that succeeded
/// @param of          trials
/// @param confidence  0 .. 1
Interval share_interval(std::uint64_t met, std::uint64_t of, double confidence = 0.95);

}  // namespace doorstroom
