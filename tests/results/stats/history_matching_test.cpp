// What is left of a toy's inputs, of which the answer is known.

#include "results/stats/history_matching.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <set>

namespace doorstroom {
namespace {

using testing::ElementsAre;

TEST(HistoryMatching, implausibility_counts_standard_deviations_of_all_that_stands_between) {
  const Observation target{10, 4, 3, 2};
  EXPECT_DOUBLE_EQ(implausibility(target, 10, 0), 0);
  EXPECT_DOUBLE_EQ(implausibility(target, 16, 0), 2);   // 6 / sqrt(9)
  EXPECT_DOUBLE_EQ(implausibility(target, 4, 7), 1.5);  // 6 / sqrt(16)
  EXPECT_TRUE(std::isinf(implausibility(target, std::nan(""), 1)));
  EXPECT_TRUE(std::isinf(implausibility({10, 0, 0, 0}, 9, 0)));
  EXPECT_DOUBLE_EQ(implausibility({10, 0, 0, 0}, 10, 0), 0);
}

TEST(HistoryMatching, one_of_many_targets_may_be_missed_but_not_one_of_two) {
  const std::vector<double> many{0.5, 4, 2.5, 1};
  EXPECT_DOUBLE_EQ(implausibility_over(many).second, 2.5);
  EXPECT_DOUBLE_EQ(implausibility_over(many).largest, 4);
  EXPECT_FALSE(implausibility_over(many).rules_out());
  EXPECT_TRUE(implausibility_over(std::vector<double>{4, 0.1}).rules_out());
  EXPECT_TRUE(implausibility_over(std::vector<double>{3}).rules_out());
  EXPECT_TRUE(implausibility_over(std::vector<double>{3, 3, 0}).rules_out());
}

/// Implausibility that grows from the middle of a band: below 3 where |sum of two inputs - 1| < w.
ImplausibilityAt band(double w) {
  return [w](std::span<const double> x, double) { return 3 * std::abs(x[0] + x[1] - 1) / w; };
}

TEST(HistoryMatching, what_is_left_is_sampled_evenly_and_its_share_is_known) {
  const RemainingSpace found = remaining_space(3, 2000, band(0.1), {.seed = 4});
  EXPECT_NEAR(found.share, 1 - 0.9 * 0.9, 0.01);  // the square less two triangles
  ASSERT_GE(found.points.size(), 1800u);
  double mean = 0;
  for (const DesignPoint& point : found.points) {
    EXPECT_LT(std::abs(point[0] + point[1] - 1), 0.1);
    mean += point[2] / static_cast<double>(found.points.size());
  }
  EXPECT_NEAR(mean, 0.5, 0.03);
}

/// A small cube in the corner of six inputs: 0.2 to the power 6 is 1 in 15,625.
TEST(HistoryMatching, where_rejection_finds_too_few_it_goes_on_from_survivors) {
  const ImplausibilityAt corner = [](std::span<const double> x, double) {
    double largest = 0;
    for (const double place : x) largest = std::max(largest, place);
    return 3 * largest / 0.2;
  };
  const RemainingSpace found = remaining_space(6, 400, corner, {.seed = 4});
  EXPECT_GE(found.points.size(), 400u);
  EXPECT_NEAR(std::log(found.share), 6 * std::log(0.2), 0.5);
  std::vector<double> means(6, 0.0);
  for (const DesignPoint& point : found.points)
    for (std::size_t i = 0; i < 6; ++i) {
      EXPECT_LT(point[i], 0.2);
      means[i] += point[i] / static_cast<double>(found.points.size());
    }
  for (const double mean : means) EXPECT_NEAR(mean, 0.1, 0.03);
}

TEST(HistoryMatching, where_nothing_agrees_it_says_so) {
  const ImplausibilityAt never = [](std::span<const double> x, double) { return 50 + x[0]; };
  const RemainingSpace found = remaining_space(2, 100, never, {.hypercube = 1000, .seed = 4});
  EXPECT_TRUE(found.points.empty());
  EXPECT_EQ(found.share, 0);
  const ImplausibilityAt endless = [](std::span<const double>, double) {
    return std::numeric_limits<double>::infinity();
  };
  EXPECT_TRUE(remaining_space(2, 100, endless, {.hypercube = 1000, .seed = 4}).points.empty());
}

TEST(HistoryMatching, points_are_those_of_the_seed) {
  const auto points_of = [](std::uint32_t seed) {
    return remaining_space(3, 50, band(0.0004), {.hypercube = 2000, .seed = seed}).points;
  };
  EXPECT_EQ(points_of(7), points_of(7));
  EXPECT_NE(points_of(7), points_of(8));
}

TEST(HistoryMatching, chosen_points_lie_far_from_each_other) {
  std::vector<DesignPoint> line;
  for (int i = 0; i <= 10; ++i) line.push_back({i / 10.0});
  EXPECT_THAT(space_filling(line, 3), ElementsAre(5, 0, 10));
  EXPECT_EQ(space_filling(line, 40).size(), 11u);
  const std::vector<std::size_t> five = space_filling(line, 5);
  EXPECT_EQ(std::set<std::size_t>(five.begin(), five.end()).size(), 5u);
  EXPECT_TRUE(space_filling({}, 5).empty());
}

TEST(HistoryMatching, a_wave_that_rules_out_less_than_a_tenth_is_the_last) {
  EXPECT_TRUE(still_shrinks(1, 0.5));
  EXPECT_TRUE(still_shrinks(0.01, 0.0089));
  EXPECT_FALSE(still_shrinks(0.01, 0.0095));
  EXPECT_FALSE(still_shrinks(0.01, 0.02));
}

}  // namespace
}  // namespace doorstroom
