#include "results/stats/ranks.hpp"

#include <gmock/gmock.h>

#include <random>

namespace doorstroom {
namespace {

using testing::ElementsAre;

/// 5 .. 7 lies above the others; 2 .. 4 and 3 .. 4.5 overlap, and the last is below both.
TEST(Ranks, are_ranges_where_bounds_overlap) {
  const std::vector<Interval> estimates{{3, 2, 4}, {6, 5, 7}, {3.5, 3, 4.5}, {1, 0, 1.5}};
  EXPECT_THAT(rank_ranges(estimates),
              ElementsAre(RankRange{2, 3}, RankRange{1, 1}, RankRange{2, 3}, RankRange{4, 4}));
}

TEST(Ranks, of_what_is_not_known_may_be_any) {
  const std::vector<Interval> estimates{{3, 2, 4}, {no_number, no_number, no_number}};
  EXPECT_THAT(rank_ranges(estimates), ElementsAre(RankRange{1, 2}, RankRange{1, 2}));
}

/// Six means, 20 values of each, Bonferroni: in 95 of 100 samples every true rank is in its range.
TEST(Ranks, hold_together_in_95_of_100_samples) {
  constexpr int samples = 500;
  const std::vector<double> means{0, 0.3, 0.6, 1.5, 1.6, 3};  // true ranks 6 .. 1
  std::mt19937_64 random(11);
  std::normal_distribution<double> normal;
  int held = 0;
  for (int n = 0; n < samples; ++n) {
    std::vector<Interval> estimates;
    for (const double mean : means) {
      std::vector<double> values;
      for (int r = 0; r < 20; ++r) values.push_back(mean + normal(random));
      estimates.push_back(t_interval(values, 1 - 0.05 / static_cast<double>(means.size())));
    }
    const std::vector<RankRange> ranks = rank_ranges(estimates);
    bool all = true;
    for (std::size_t i = 0; i < means.size(); ++i)
      all = all && ranks[i].low <= means.size() - i && means.size() - i <= ranks[i].high;
    held += all ? 1 : 0;
  }
  EXPECT_GE(held, 0.95 * samples);
}

}  // namespace
}  // namespace doorstroom
