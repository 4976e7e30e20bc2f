#include "results/stats/bootstrap.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "engine/random.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {
namespace {

using testing::IsEmpty;
using testing::IsNan;
using testing::SizeIs;

FiguresOfUnits mean_of_units(const std::vector<double>& values) {
  return [&values](std::span<const std::uint32_t> units) {
    double sum = 0;
    for (const std::uint32_t unit : units) sum += values.at(unit);
    return std::vector{sum / static_cast<double>(units.size())};
  };
}

std::vector<double> uniforms(std::uint32_t count, std::uint32_t seed) {
  std::vector<double> values;
  for (std::uint32_t i = 0; i < count; ++i)
    values.push_back(uniform({seed, 0}, {.source = hash32("bootstrap_test"), .person = i}));
  return values;
}

TEST(Bootstrap, of_equal_values_is_that_value) {
  const std::vector<double> values(5, 3.5);
  const std::vector<Bounds> bounds = percentile_bootstrap(5, mean_of_units(values), {});
  ASSERT_THAT(bounds, SizeIs(1));
  EXPECT_EQ(bounds[0].low, 3.5);
  EXPECT_EQ(bounds[0].high, 3.5);
}

/// Of two values the mean of a resample is 0, 1/2 or 1, in a quarter, half and quarter of them.
TEST(Bootstrap, draws_each_unit_as_likely_as_another) {
  const std::vector<double> values{0, 1};
  const auto at = [&](double confidence) {
    return percentile_bootstrap(2, mean_of_units(values),
                                {.resamples = 2000, .confidence = confidence})[0];
  };
  EXPECT_EQ(at(0.6).low, 0);
  EXPECT_EQ(at(0.6).high, 1);
  EXPECT_EQ(at(0.4).low, 0.5);
  EXPECT_EQ(at(0.4).high, 0.5);
}

TEST(Bootstrap, of_a_mean_is_the_interval_that_its_formula_gives) {
  const std::vector<double> values = uniforms(100, 1);
  const Interval by_formula = t_interval(values);
  const Bounds found =
      percentile_bootstrap(100, mean_of_units(values), {.resamples = 4000}).front();
  EXPECT_NEAR(found.low, by_formula.low, 0.1 * by_formula.half_width());
  EXPECT_NEAR(found.high, by_formula.high, 0.1 * by_formula.half_width());
}

TEST(Bootstrap, leaves_out_resamples_without_a_figure) {
  const auto figures = [](std::span<const std::uint32_t> units) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    return std::vector{units[0] == 0 ? none : 7.0, none};
  };
  const std::vector<Bounds> bounds = percentile_bootstrap(2, figures, {});
  ASSERT_THAT(bounds, SizeIs(2));
  EXPECT_EQ(bounds[0].low, 7);
  EXPECT_EQ(bounds[0].high, 7);
  EXPECT_THAT(bounds[1].low, IsNan());
  EXPECT_THAT(bounds[1].high, IsNan());
  EXPECT_THAT(percentile_bootstrap(0, figures, {}), IsEmpty());
}

TEST(Bootstrap, depends_on_its_seed_alone) {
  const std::vector<double> values = uniforms(20, 2);
  const auto low = [&](std::uint32_t seed) {
    return percentile_bootstrap(20, mean_of_units(values), {.seed = seed})[0].low;
  };
  EXPECT_EQ(low(1), low(1));
  EXPECT_NE(low(1), low(2));
}

}  // namespace
}  // namespace doorstroom
