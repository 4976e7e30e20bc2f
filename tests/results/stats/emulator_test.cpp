#include "results/stats/emulator.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <functional>
#include <random>

#include "results/stats/design_points.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::DoubleNear;
using testing::Ge;
using testing::Le;

using Rows = std::vector<std::vector<double>>;
using Number = std::function<double(const DesignPoint&)>;

double bent(const DesignPoint& x) {
  return 2 * x[0] + std::sin(4 * x[0]) * x[1];
}

/// A simulation whose luck is in part common to all points: c_r + s_r x_0.
struct Luck {
  double common = 0;                                     ///< standard deviation of c_r
  double slope = 0;                                      ///< of s_r
  Number own = [](const DesignPoint&) { return 0.01; };  ///< of what each point has for itself
};

class Simulator {
 public:
  Simulator(Luck luck, std::uint32_t replications, std::uint32_t seed)
      : luck_(std::move(luck)), random_(seed) {
    for (std::uint32_t r = 0; r < replications; ++r)
      lucks_.emplace_back(luck_.common * normal_(random_), luck_.slope * normal_(random_));
  }

  Rows outcomes(const Rows& points) {
    Rows rows;
    for (const DesignPoint& point : points) {
      std::vector<double>& row = rows.emplace_back();
      for (const auto& [common, slope] : lucks_)
        row.push_back(bent(point) + common + slope * point[0] +
                      luck_.own(point) * normal_(random_));
    }
    return rows;
  }

  EmulatorData data(std::uint32_t points, std::uint32_t seed) {
    const Rows at = latin_hypercube(points, 2, seed);
    return {at, outcomes(at), OutcomeScale::plain};
  }

 private:
  Luck luck_;
  std::mt19937_64 random_;
  std::normal_distribution<double> normal_;
  std::vector<std::pair<double, double>> lucks_;
};

/// Share of the truth at fresh points, over many sweeps, that lies within t standard errors.
struct Coverage {
  double ours = 0;
  double plain = 0;  ///< of kriging through the means, their errors taken to be independent
};

Coverage coverage_with(const Luck& luck) {
  constexpr std::uint32_t sweeps = 60;
  constexpr std::uint32_t replications = 10;
  const Rows fresh = latin_hypercube(20, 2, 999);
  Welford ours, plain;
  for (std::uint32_t seed = 1; seed <= sweeps; ++seed) {
    const EmulatorData data = Simulator(luck, replications, seed).data(30, seed);
    const Emulator emulator(fit_emulator(data));
    GaussianProcessData means{data.points, {}, {}};
    for (const std::vector<double>& of_point : data.outcomes) {
      const Interval mean = t_interval(of_point);
      means.values.push_back(mean.mean);
      means.noise.push_back(std::pow(mean.half_width() / t_quantile(replications), 2));
    }
    const GaussianProcess kriging(means);
    for (const DesignPoint& point : fresh) {
      const double t = t_quantile(replications);
      const LinePrediction there = emulator.on_line(point);
      ours.add(std::abs(there.mean - bent(point)) <= t * std::sqrt(there.emulator + there.common));
      const Prediction kriged = kriging.at(point);
      plain.add(std::abs(kriged.mean - bent(point)) <= t * std::sqrt(kriged.variance));
    }
  }
  return {ours.mean(), plain.mean()};
}

TEST(Emulator, covers_the_truth_under_strong_common_noise_where_plain_kriging_fails) {
  const Coverage coverage = coverage_with({.common = 1, .slope = 0.5});
  EXPECT_THAT(coverage.ours, AllOf(Ge(0.9), Le(0.99)));
  EXPECT_LT(coverage.plain, 0.7);
}

TEST(Emulator, covers_the_truth_without_common_noise_too) {
  EXPECT_GE(coverage_with({.own = [](const DesignPoint&) { return 0.3; }}).ours, 0.9);
}

TEST(Emulator, tells_the_differences_of_points_though_luck_moved_the_whole_surface) {
  const Luck luck{.common = 1, .slope = 0.5};
  const Rows fresh = latin_hypercube(60, 2, 999);
  Simulator simulator(luck, 10, 1);
  const Emulator emulator(fit_emulator(simulator.data(30, 1)));
  int agree = 0;
  const Rows simulated = simulator.outcomes(fresh);
  for (std::size_t i = 0; i < fresh.size(); ++i)
    agree += emulator.agrees(fresh[i], t_interval(simulated[i]).mean) ? 1 : 0;
  EXPECT_GE(agree, 54);
}

TEST(Emulator, does_not_agree_with_another_surface) {
  Simulator simulator({}, 10, 1);
  const Emulator emulator(fit_emulator(simulator.data(30, 1)));
  const DesignPoint point{0.5, 0.5};
  EXPECT_TRUE(emulator.agrees(point, bent(point)));
  EXPECT_FALSE(emulator.agrees(point, bent(point) + 0.2));
}

TEST(Emulator, finds_how_luck_moves_the_whole_surface) {
  const Luck luck{.common = 1, .slope = 0.5};
  Simulator simulator(luck, 400, 1);
  const Emulator emulator(fit_emulator(simulator.data(20, 1)));
  EXPECT_THAT(emulator.on_line(DesignPoint{0, 0.5}).common * 400, DoubleNear(1, 0.15));
  EXPECT_THAT(emulator.on_line(DesignPoint{1, 0.5}).common * 400, DoubleNear(1.25, 0.2));
}

TEST(Emulator, finds_where_the_own_noise_is_larger) {
  const Luck luck{.own = [](const DesignPoint& x) { return 0.1 * std::exp(x[1]); }};
  Simulator simulator(luck, 20, 1);
  const Emulator emulator(fit_emulator(simulator.data(40, 1)));
  for (const double at : {0.0, 0.5, 1.0}) {
    const double deviation = 0.1 * std::exp(at);
    EXPECT_THAT(emulator.on_line(DesignPoint{0.5, at}).own * 20 / (deviation * deviation),
                DoubleNear(1, 0.25));
  }
}

TEST(Emulator, tells_what_a_single_replication_may_bring) {
  const Luck luck{.common = 1, .own = [](const DesignPoint&) { return 0.5; }};
  Simulator simulator(luck, 200, 1);
  const Emulator emulator(fit_emulator(simulator.data(20, 1)));
  const DesignPoint point{0.3, 0.3};
  const Emulated there = emulator.at(point);
  const double quantile = 1.2816 * std::sqrt(1.25);
  EXPECT_NEAR(there.p10, bent(point) - quantile, 0.25);
  EXPECT_NEAR(there.p90, bent(point) + quantile, 0.25);
}

TEST(Emulator, is_certain_of_outcomes_that_never_vary) {
  const Rows points = latin_hypercube(12, 2, 1);
  Rows outcomes;
  for (const DesignPoint& point : points) outcomes.emplace_back(5, 1 + point[0]);
  const Emulator emulator(fit_emulator({points, outcomes, OutcomeScale::plain}));
  const Emulated there = emulator.at(DesignPoint{0.5, 0.5});
  EXPECT_NEAR(there.mean, 1.5, 1e-6);
  EXPECT_NEAR(there.noise.low, 1.5, 1e-6);
  EXPECT_NEAR(there.p90, 1.5, 1e-6);
}

}  // namespace
}  // namespace doorstroom
