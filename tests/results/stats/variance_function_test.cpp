#include "results/stats/variance_function.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "results/stats/intervals.hpp"

namespace doorstroom {
namespace {

/// Four replications of each of 4,000 points whose variance is exp(1 + 2 m).
TEST(VarianceFunctionTest, a_line_through_logarithms_finds_how_the_variance_grows) {
  std::mt19937 random(3);
  std::vector<PointMoments> points;
  for (int i = 0; i < 4000; ++i) {
    const double mean = i / 4000.0;
    std::normal_distribution<double> outcome(mean, std::sqrt(std::exp(1 + 2 * mean)));
    Welford sample;
    for (int r = 0; r < 4; ++r) sample.add(outcome(random));
    points.push_back({mean, sample.variance(), sample.count()});
  }
  const VarianceFunction variance(points);
  for (const double mean : {0.0, 0.5, 0.99})
    EXPECT_NEAR(variance.at(mean) / std::exp(1 + 2 * mean), 1, 0.15) << mean;
  EXPECT_DOUBLE_EQ(variance.at(7), variance.at(3999 / 4000.0));
}

TEST(VarianceFunctionTest, points_without_data_are_left_out_and_what_never_varies_has_none) {
  const VarianceFunction variance(
      std::vector<PointMoments>{{std::nan(""), 5, 4}, {1, 0, 4}, {2, 0, 4}, {3, 9, 1}});
  EXPECT_EQ(variance.at(1), 0);
  EXPECT_EQ(VarianceFunction({}).at(1), 0);
}

}  // namespace
}  // namespace doorstroom
