#include "results/stats/variance_components.hpp"

#include <boost/math/special_functions/erf.hpp>

#include <gmock/gmock.h>

#include <cmath>
#include <numbers>

#include "engine/random.hpp"
#include "results/stats/design_points.hpp"

namespace doorstroom {
namespace {

using testing::IsNan;

using Points = std::vector<std::vector<double>>;
const double no_data = std::nan("");

// Three points with means 1, 3 and 8, and variances of those means of 2/2, 8/2 and 2/2.
TEST(VarianceComponents, parts_the_variance_of_the_points_into_noise_and_inputs) {
  const VarianceComponents spread = variance_components(Points{{0, 2}, {1, 5}, {7, 9}}, Seeds::own);
  EXPECT_EQ(spread.points, 3u);
  EXPECT_DOUBLE_EQ(spread.mean.mean, 4);
  EXPECT_DOUBLE_EQ(spread.total_variance, 13);
  EXPECT_DOUBLE_EQ(spread.noise_variance, (1 + 4 + 1) / 3.0);
  EXPECT_DOUBLE_EQ(spread.between_variance, 11);
  EXPECT_DOUBLE_EQ(spread.least, 1);
  EXPECT_DOUBLE_EQ(spread.p10, 1.4);
  EXPECT_DOUBLE_EQ(spread.p50, 3);
  EXPECT_DOUBLE_EQ(spread.p90, 7);
  EXPECT_DOUBLE_EQ(spread.most, 8);
  // Three degrees of freedom: t at 97.5% is 3.182446305; the mean has a variance of 6/9.
  EXPECT_NEAR(spread.mean.half_width(), 3.182446305 * std::sqrt(6) / 3, 1e-8);
}

// Luck that all points share says nothing of how they differ: noise is what is left of it.
TEST(VarianceComponents, luck_in_common_is_no_difference_between_points) {
  const Points additive{{1, 5, 0}, {3, 7, 2}, {8, 12, 7}};
  const VarianceComponents shared = variance_components(additive, Seeds::shared);
  EXPECT_NEAR(shared.noise_variance, 0, 1e-25);
  EXPECT_NEAR(shared.between_variance, 13, 1e-12);
  EXPECT_DOUBLE_EQ(shared.mean.mean, 5);
  EXPECT_EQ(shared.mean.count, 3u);
  // Of the replications the means are 4, 8 and 3.
  EXPECT_NEAR(shared.mean.half_width(), 0.95 * std::sqrt(2 / 0.0975) * std::sqrt(7. / 3), 1e-12)
      << "luck moves the mean all the same";
  EXPECT_DOUBLE_EQ(variance_components(additive, Seeds::own).noise_variance, 7. / 3);
}

// Residuals of +-1 in a table of two by two: their squares add up to 4, with one degree of freedom.
TEST(VarianceComponents, of_shared_luck_counts_what_point_and_replication_do_not_explain) {
  const VarianceComponents spread = variance_components(Points{{11, 19}, {29, 41}}, Seeds::shared);
  EXPECT_DOUBLE_EQ(spread.noise_variance, 4. / 2);
  EXPECT_DOUBLE_EQ(spread.total_variance, 200);
  EXPECT_DOUBLE_EQ(spread.between_variance, 198);
}

TEST(VarianceComponents, of_noise_alone_leaves_nothing_to_the_inputs) {
  EXPECT_EQ(variance_components(Points{{0, 10}, {1, 9}, {9, 3}}, Seeds::own).between_variance, 0);
}

TEST(VarianceComponents, leaves_out_what_has_no_data) {
  const VarianceComponents own = variance_components(
      Points{{0, no_data, 2}, {no_data, no_data, 4}, {}, {1, 5}, {7, 9}}, Seeds::own);
  EXPECT_EQ(own.points, 3u);
  EXPECT_DOUBLE_EQ(own.between_variance, 11);
  const VarianceComponents shared = variance_components(
      Points{{1, 100, 5, 0}, {3, no_data, 7, 2}, {no_data, no_data, no_data, 1}, {8, 5, 12, 7, 1}},
      Seeds::shared);
  EXPECT_EQ(shared.points, 3u);
  EXPECT_NEAR(shared.between_variance, 13, 1e-12);
}

TEST(VarianceComponents, of_nothing_is_not_a_number_and_of_one_point_only_noise_is_known) {
  for (const Seeds seeds : {Seeds::own, Seeds::shared}) {
    const VarianceComponents none = variance_components(Points{{}, {no_data}}, seeds);
    EXPECT_EQ(none.points, 0u);
    EXPECT_THAT(none.mean.mean, IsNan());
    EXPECT_THAT(none.noise_variance, IsNan());
    EXPECT_THAT(none.between_variance, IsNan());
    EXPECT_THAT(none.p50, IsNan());
    const VarianceComponents one = variance_components(Points{{1, 3, 5}}, seeds);
    EXPECT_DOUBLE_EQ(one.mean.mean, 3);
    EXPECT_NEAR(one.mean.half_width(), 0.95 * std::sqrt(2 / 0.0975) * 2 / std::sqrt(3), 1e-12);
    EXPECT_THAT(one.between_variance, IsNan());
  }
}

double normal(std::uint32_t seed, std::uint32_t which, std::uint32_t replication) {
  const double u = uniform({seed, replication}, {.source = hash32("spread_test"), .person = which});
  return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * u);
}

/// An effect that is linear in two assumptions, 10 + 6 x - 3 y on the unit square, so with a mean
/// of 11.5 and a variance of (36 + 9) / 12; noise of a replication has a variance of 4, and luck
/// that all points share one of 9.
struct LinearModel {
  static constexpr double between = 45. / 12;
  Points points;
  double at_these_points = 0;  ///< the true mean at the points

  LinearModel(const std::vector<DesignPoint>& design, std::uint32_t seed,
              std::uint32_t replications, bool shared) {
    std::uint32_t number = 0;
    for (const DesignPoint& x : design) {
      ++number;
      const double effect = 10 + 6 * x[0] - 3 * x[1];
      at_these_points += effect / static_cast<double>(design.size());
      std::vector<double>& of = points.emplace_back();
      for (std::uint32_t r = 0; r < replications; ++r)
        of.push_back(effect + 2 * normal(seed, number, r) + (shared ? 3 * normal(seed, 0, r) : 0));
    }
  }
};

std::vector<DesignPoint> at_random(std::uint32_t count, std::uint32_t seed) {
  std::vector<DesignPoint> points;
  for (std::uint32_t i = 0; i < count; ++i)
    points.push_back({uniform({seed, 0}, {.person = i, .node = 0}),
                      uniform({seed, 0}, {.person = i, .node = 1})});
  return points;
}

TEST(VarianceComponents, of_a_linear_model_on_a_hypercube_is_the_one_that_is_known) {
  for (const bool shared : {false, true}) {
    const LinearModel model(latin_hypercube(200, 2, 1), 1, 20, shared);
    const VarianceComponents spread =
        variance_components(model.points, shared ? Seeds::shared : Seeds::own);
    EXPECT_NEAR(spread.noise_variance, 4. / 20, 0.02);
    EXPECT_NEAR(spread.between_variance, LinearModel::between, 0.4);
  }
}

/// Over 2,000 small experiments: variances have no bias, and intervals of the mean hold the truth
/// at these points in 95%, within four standard errors of either.
TEST(VarianceComponents, over_many_small_experiments_tells_neither_too_much_nor_too_little) {
  constexpr std::uint32_t experiments = 2000;
  for (const bool shared : {false, true}) {
    Welford noise, between;
    int held = 0;
    for (std::uint32_t seed = 1; seed <= experiments; ++seed) {
      const LinearModel model(at_random(10, seed), seed, 4, shared);
      const VarianceComponents spread =
          variance_components(model.points, shared ? Seeds::shared : Seeds::own);
      noise.add(spread.noise_variance);
      between.add(spread.total_variance - spread.noise_variance);
      held += spread.mean.low <= model.at_these_points && model.at_these_points <= spread.mean.high;
    }
    const auto error = [](const Welford& of) { return std::sqrt(of.variance() / experiments); };
    EXPECT_NEAR(noise.mean(), 4. / 4, 4 * error(noise));
    EXPECT_NEAR(between.mean(), LinearModel::between, 4 * error(between));
    EXPECT_NEAR(held / double{experiments}, 0.95, 4 * std::sqrt(0.95 * 0.05 / experiments));
  }
}

/// What is called noise must not be there to be called inputs: with the wrong account of seeds the
/// variance between points is off.
TEST(VarianceComponents, needs_to_know_whether_luck_is_shared) {
  Welford between;
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    const LinearModel model(at_random(10, seed), seed, 4, true);
    between.add(variance_components(model.points, Seeds::own).between_variance);
  }
  EXPECT_LT(between.mean(), LinearModel::between - 1);
}

}  // namespace
}  // namespace doorstroom
