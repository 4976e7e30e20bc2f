#include "results/stats/morris.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <set>

namespace doorstroom {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsNan;
using testing::SizeIs;
using testing::UnorderedElementsAre;

using Function = std::function<double(const DesignPoint&)>;

std::vector<std::vector<double>> effects_of(const Function& f,
                                            const std::vector<Trajectory>& trajectories) {
  std::vector<std::vector<double>> effects;
  for (const Trajectory& trajectory : trajectories) {
    std::vector<double> outcomes;
    for (const DesignPoint& point : trajectory.points) outcomes.push_back(f(point));
    effects.push_back(elementary_effects(trajectory, outcomes));
  }
  return effects;
}

TEST(MorrisTrajectories, change_every_input_once_by_delta_and_stay_on_the_grid) {
  for (const std::uint32_t levels : {2u, 4u, 8u})
    for (const Trajectory& trajectory : morris_trajectories(0, 50, 5, levels, 7)) {
      ASSERT_THAT(trajectory.points, SizeIs(6));
      EXPECT_THAT(trajectory.changed, UnorderedElementsAre(0, 1, 2, 3, 4));
      for (const DesignPoint& point : trajectory.points)
        for (const double x : point) {
          const double level = x * (levels - 1);
          EXPECT_NEAR(level, std::round(level), 1e-12);
          EXPECT_TRUE(0 <= x && x <= 1);
        }
      for (std::size_t i = 0; i < 5; ++i)
        for (std::size_t input = 0; input < 5; ++input) {
          const double step =
              std::abs(trajectory.points[i + 1][input] - trajectory.points[i][input]);
          EXPECT_NEAR(step, input == trajectory.changed[i] ? levels / (2. * (levels - 1)) : 0,
                      1e-12);
        }
    }
}

/// Morris chose this delta for it: with an even number of levels each is as likely as another.
TEST(MorrisTrajectories, come_to_each_level_and_each_order_alike) {
  std::map<int, int> levels;
  std::map<std::vector<std::size_t>, int> orders;
  int up = 0;
  for (const Trajectory& trajectory : morris_trajectories(0, 6000, 3, 4, 1)) {
    ++orders[trajectory.changed];
    for (const DesignPoint& point : {trajectory.points.front(), trajectory.points.back()})
      ++levels[static_cast<int>(std::lround(point[1] * 3))];
    up += trajectory.points.back()[2] > trajectory.points.front()[2];
  }
  ASSERT_THAT(levels, SizeIs(4));
  for (const auto& [level, count] : levels) EXPECT_NEAR(count, 3000, 4 * 50) << level;
  ASSERT_THAT(orders, SizeIs(6));
  for (const auto& [order, count] : orders) EXPECT_NEAR(count, 1000, 4 * 30);
  EXPECT_NEAR(up, 3000, 4 * 40);
}

TEST(MorrisTrajectories, that_are_more_follow_those_there_are) {
  const std::vector<Trajectory> ten = morris_trajectories(0, 10, 4, 4, 3);
  const std::vector<Trajectory> last = morris_trajectories(6, 4, 4, 4, 3);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(last[i].points, ten[6 + i].points);
    EXPECT_EQ(last[i].changed, ten[6 + i].changed);
  }
  EXPECT_NE(morris_trajectories(0, 1, 4, 4, 4)[0].points, ten[0].points);
}

/// f = x0 + 10 x1 at (0, 1) -> (2/3, 1) -> (2/3, 1/3): the outcome goes from 10 to 10 2/3 to 4.
TEST(ElementaryEffects, of_a_walk_by_hand) {
  const Trajectory trajectory{{{0, 1}, {2. / 3, 1}, {2. / 3, 1. / 3}}, {0, 1}};
  const std::vector<double> effects =
      elementary_effects(trajectory, std::vector{10., 10 + 2. / 3, 4.});
  ASSERT_THAT(effects, SizeIs(2));
  EXPECT_NEAR(effects[0], 1, 1e-12);
  EXPECT_NEAR(effects[1], 10, 1e-12);
  const double none = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THAT(elementary_effects(trajectory, std::vector{10., none, 4.}), Each(IsNan()));
  EXPECT_THAT(elementary_effects(trajectory, std::vector{none, 4., 4.})[1], 0);
}

TEST(MorrisMeasures, of_a_linear_outcome_are_its_slopes_and_have_no_spread) {
  const Function f = [](const DesignPoint& x) { return 5 + 3 * x[0] - 2 * x[1]; };
  const std::vector<MorrisMeasures> measures =
      morris_measures(effects_of(f, morris_trajectories(0, 10, 3, 4, 1)));
  ASSERT_THAT(measures, SizeIs(3));
  const double slopes[] = {3, -2, 0};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(measures[i].effects, 10u);
    EXPECT_NEAR(measures[i].mu, slopes[i], 1e-12);
    EXPECT_NEAR(measures[i].mu_star, std::abs(slopes[i]), 1e-12);
    EXPECT_NEAR(measures[i].sigma, 0, 1e-12);
    EXPECT_NEAR(measures[i].mu_star_bounds.low, std::abs(slopes[i]), 1e-12);
    EXPECT_NEAR(measures[i].mu_star_bounds.high, std::abs(slopes[i]), 1e-12);
  }
}

/// On 4 levels. Of x0 x1 an effect is the other input, which is 0, 1/3, 2/3 or 1: a mean of 1/2 and
/// a variance of 5/36. Of x2 squared it is 2 x2 + delta, with x2 = 0 or 1/3: 2/3 or 4/3. Of (x3 -
/// 1/2)^2 it is -1/3 or 1/3: a mean of 0, though the input matters.
TEST(MorrisMeasures, are_those_worked_out_on_the_grid) {
  const Function f = [](const DesignPoint& x) {
    return x[0] * x[1] + x[2] * x[2] + std::pow(x[3] - 0.5, 2);
  };
  const std::vector<MorrisMeasures> measures =
      morris_measures(effects_of(f, morris_trajectories(0, 4000, 5, 4, 2)), {.resamples = 200});
  for (const std::size_t i : {0u, 1u}) {
    EXPECT_NEAR(measures[i].mu_star, 0.5, 0.02);
    EXPECT_NEAR(measures[i].sigma, std::sqrt(5. / 36), 0.01);
  }
  EXPECT_NEAR(measures[2].mu_star, 1, 0.02);
  EXPECT_NEAR(measures[2].sigma, 1. / 3, 0.01);
  EXPECT_NEAR(measures[3].mu, 0, 0.02);
  EXPECT_NEAR(measures[3].mu_star, 1. / 3, 1e-9);
  EXPECT_EQ(measures[4].mu_star, 0);
}

/// Effects of x0 x1 are 0, 1/3, 2/3, 1, in the mean 1/2.
TEST(MorrisMeasures, have_bounds_that_hold_the_truth_about_as_often_as_they_say) {
  int held = 0;
  for (std::uint32_t seed = 1; seed <= 400; ++seed) {
    const Function f = [](const DesignPoint& x) { return x[0] * x[1]; };
    const Bounds found =
        morris_measures(effects_of(f, morris_trajectories(0, 20, 2, 4, seed)), {.seed = seed})[0]
            .mu_star_bounds;
    held += found.low <= 0.5 && 0.5 <= found.high;
  }
  EXPECT_GE(held, 0.90 * 400);
  EXPECT_LE(held, 0.98 * 400);
}

TEST(MorrisMeasures, leave_out_what_has_no_data) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const std::vector<MorrisMeasures> measures =
      morris_measures(std::vector<std::vector<double>>{{1, none}, {-3, none}, {none, none}});
  EXPECT_EQ(measures[0].effects, 2u);
  EXPECT_EQ(measures[0].mu, -1);
  EXPECT_EQ(measures[0].mu_star, 2);
  EXPECT_NEAR(measures[0].sigma, std::sqrt(8), 1e-12);
  EXPECT_EQ(measures[1].effects, 0u);
  EXPECT_THAT(measures[1].mu_star, IsNan());
  EXPECT_THAT(measures[1].mu_star_bounds.low, IsNan());
  EXPECT_THAT(morris_measures({}), IsEmpty());
}

}  // namespace
}  // namespace doorstroom
