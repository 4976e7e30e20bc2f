#include "results/stats/given_data.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace doorstroom {
namespace {

std::vector<double> outcomes_of(const std::vector<DesignPoint>& points, auto function) {
  std::vector<double> outcomes;
  for (const DesignPoint& point : points) outcomes.push_back(function(point));
  return outcomes;
}

/// Ishigami's function: shares 0.314, 0.442 and 0.
TEST(GivenData, finds_the_first_order_indices_of_inputs_that_do_not_depend_on_each_other) {
  const std::vector<DesignPoint> points = latin_hypercube(4000, 3, 1);
  const std::vector<double> outcomes = outcomes_of(points, [](const DesignPoint& point) {
    const auto x = [&](int i) { return std::numbers::pi * (2 * point[i] - 1); };
    return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) +
           0.1 * std::pow(x(2), 4) * std::sin(x(0));
  });
  const GivenDataShares found = given_data_shares(points, outcomes, {.resamples = 100});
  EXPECT_NEAR(found.inputs[0].share, 0.314, 0.03);
  EXPECT_NEAR(found.inputs[1].share, 0.442, 0.03);
  EXPECT_LT(found.inputs[2].share, 0.02);
  EXPECT_LT(found.floor, 0.02);
  EXPECT_LT(found.inputs[1].bounds.low, 0.442);
  EXPECT_GT(found.inputs[1].bounds.high, 0.442);
}

/// The second input does nothing, but is nearly the same as the first.
TEST(GivenData, an_input_that_goes_along_with_one_that_matters_gets_a_share_as_well) {
  std::vector<DesignPoint> points = latin_hypercube(200, 3, 2);
  for (DesignPoint& point : points) point[1] = 0.9 * point[0] + 0.1 * point[1];
  const GivenDataShares found = given_data_shares(
      points, outcomes_of(points, [](const DesignPoint& point) { return point[0]; }));
  EXPECT_GT(found.inputs[0].share, 0.95);
  EXPECT_GT(found.inputs[1].share, 0.9);
  EXPECT_LT(found.inputs[2].share, found.floor);
}

TEST(GivenData, noise_stays_below_the_floor_in_95_of_100_tries) {
  int above = 0;
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    const std::vector<DesignPoint> points = latin_hypercube(50, 6, seed);
    const std::vector<DesignPoint> noise = latin_hypercube(50, 1, seed + 1000);
    const GivenDataShares found = given_data_shares(
        points, outcomes_of(noise, [](const DesignPoint& point) { return point[0]; }),
        {.resamples = 2, .seed = seed});
    double most = 0;
    for (const GivenDataShare& input : found.inputs) most = std::max(most, input.share);
    above += most > found.floor ? 1 : 0;
  }
  EXPECT_LE(above, 11);
}

TEST(GivenData, of_too_few_points_and_of_what_never_varies_nothing_is_known) {
  const std::vector<DesignPoint> few = latin_hypercube(10, 2, 1);
  EXPECT_TRUE(
      std::isnan(given_data_shares(few, std::vector<double>(10, 1.0)).inputs.front().share));
  std::vector<DesignPoint> points = latin_hypercube(30, 2, 1);
  for (DesignPoint& point : points) point[1] = 0.5;
  const auto first = [](const DesignPoint& point) { return point[0]; };
  EXPECT_TRUE(std::isnan(given_data_shares(points, outcomes_of(points, first)).inputs[1].share));
  EXPECT_TRUE(std::isnan(given_data_shares(points, std::vector<double>(30, 1.0)).inputs[0].share));
}

}  // namespace
}  // namespace doorstroom
