#pragma once
/// Which rank an estimate may have among others, when all are uncertain (Klein, Wright and
/// Wieczorek, Journal of the Royal Statistical Society A 183:589, 2020): with bounds that hold
/// together, an estimate ranks below all whose bounds lie wholly above its own, and above all whose
/// bounds lie wholly below.

#include <cstddef>
#include <span>
#include <vector>

#include "results/stats/intervals.hpp"

namespace doorstroom {

/// From 1, the highest estimate.
struct RankRange {
  std::size_t low = 1;
  std::size_t high = 1;

  friend bool operator==(const RankRange&, const RankRange&) = default;
};

/// The ranks hold together with the confidence with which the bounds do. Bounds that are NaN may
/// lie anywhere.
std::vector<RankRange> rank_ranges(std::span<const Interval> estimates);

}  // namespace doorstroom
