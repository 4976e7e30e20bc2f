#pragma once
/// How much a difference depends on what was assumed. The assumptions are drawn from their ranges,
/// point by point (design_points.hpp); at each point the two scenarios are run for some
/// replications in pairs. What one sees of the points is two things that must not be mixed: the
/// inputs, which no number of replications makes surer, and the noise of simulating, which shrinks
/// with them.
///
/// With m points, and at point j the mean difference D_j of R_j pairs that have a variance s_j^2:
///
///     total    variance of D_1 ... D_m, with m - 1
///     noise    mean of s_j^2 / R_j
///     between  max(0, total - noise)
///
/// `between` is the variance that comes of the inputs, by the method of moments. Before it is cut
/// off at 0 it has no bias for points drawn at random; for a Latin hypercube it is too large by a
/// share of 1 / (m - 1) at most.
///
/// What one may argue about: when all points live through the same futures (seeds in common, as
/// within one sweep), luck moves all points together and is no part of what differs between them.
/// Then `noise` is only what is left of a difference besides its point and its replication (two-way
/// analysis of variance): the mean square of that, by R.

#include <cstdint>
#include <span>
#include <vector>

#include "results/stats/intervals.hpp"

namespace doorstroom {

/// Whether replication r of one point has the same luck as replication r of another.
enum class Seeds : std::uint8_t { own, shared };

struct VarianceComponents {
  std::uint64_t points = 0;  ///< that could be used
  /// Mean over these very points, and its bounds: noise of simulating, nothing of the inputs.
  Interval mean;
  double total_variance = 0;    ///< of the points' mean differences; NaN below two points
  double noise_variance = 0;    ///< of it: noise
  double between_variance = 0;  ///< of it: inputs; never below 0

  /// Of the points' mean differences, quantiles of type 7. They hold the noise too.
  double least = 0;
  double p10 = 0;
  double p50 = 0;
  double p90 = 0;
  double most = 0;
};

/// @param differences  by point, by replication: other minus base; NaN: one had no data. Points
/// with
///                     fewer than two pairs are left out; when seeds are shared, so are
///                     replications that not all points have
VarianceComponents variance_components(std::span<const std::vector<double>> differences,
                                       Seeds seeds, double confidence = 0.95);

}  // namespace doorstroom
