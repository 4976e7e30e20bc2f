#include "results/stats/ranks.hpp"

namespace doorstroom {

std::vector<RankRange> rank_ranges(std::span<const Interval> estimates) {
  std::vector<RankRange> ranks;
  for (const Interval& own : estimates) {
    RankRange range{1, estimates.size()};
    for (const Interval& other : estimates) {
      if (other.low > own.high) ++range.low;
      if (other.high < own.low) --range.high;
    }
    ranks.push_back(range);
  }
  return ranks;
}

}  // namespace doorstroom
