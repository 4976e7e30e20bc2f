#pragma once
/// A target of a calibration, on the line on which its figure is smooth (outcome_line.hpp): what
/// was observed, how outcomes vary, and an emulator of their means.

#include <optional>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/stats/gaussian_process.hpp"
#include "results/stats/history_matching.hpp"
#include "results/stats/outcome_line.hpp"
#include "results/stats/variance_function.hpp"

namespace doorstroom {

/// What replications at a point say of a figure; NaN of those without data is left out.
PointMoments moments_of(const std::vector<double>& outcomes);

class MatchedTarget {
 public:
  /// @param outcomes  [point][replication]
  MatchedTarget(const Target& target, const KpiName& kpi,
                const std::vector<std::vector<double>>& outcomes);

  const Observation& observation() const { return observation_; }
  /// Of a point that was simulated.
  double implausibility_of(const PointMoments& simulated) const;

  /// Mean and variance of its noise at a point that was simulated, on the line.
  double place(const PointMoments& simulated) const { return line_.place(simulated.mean); }
  double noise(const PointMoments& simulated) const;

 private:
  OutcomeLine line_;
  VarianceFunction variance_;  ///< of a replication, on the line
  Observation observation_;    ///< likewise
};

/// The emulator of a target: what its mean is at points that were not simulated.
class TargetEmulator {
 public:
  /// None where too few points have data to fit one.
  static std::optional<TargetEmulator> fit(const MatchedTarget& target,
                                           const std::vector<DesignPoint>& points,
                                           const std::vector<PointMoments>& simulated);

  double implausibility_at(std::span<const double> point) const;
  /// Share of the points that lie in the 95% interval which the others predict.
  double covered() const { return covered_; }

 private:
  TargetEmulator(const Observation& observation, GaussianProcess surface);

  Observation observation_;
  GaussianProcess surface_;
  double covered_ = 0;
  double raised_ = 1;  ///< factor of the variance, where points lie further off than it says
};

}  // namespace doorstroom
