#pragma once
/// How much a difference depends on the assumptions. Assumptions are drawn from their ranges, point
/// by point (design_points.hpp); at each point the two scenarios are run for some replications in
/// pairs. The points differ for two reasons that must be kept apart: their inputs, whose
/// uncertainty more replications do not reduce, and simulation noise, which they do reduce.
///
/// With m points, and at point j the mean difference D_j of R_j pairs that have a variance s_j^2:
///
///     total    variance of D_1 ... D_m, with m - 1
///     noise    mean of s_j^2 / R_j
///     between  max(0, total - noise)
///
/// `between` is the variance that the inputs cause, by the method of moments. Before it is cut
/// off at 0 it has no bias for points drawn at random; for a Latin hypercube it is too large by a
/// share of 1 / (m - 1) at most.
///
/// When all points use the same seeds (as within one sweep), chance moves all points together and
/// does not make them differ. Then `noise` is what remains of a difference beside the effects of
/// its point and of its replication (two-way analysis of variance): the mean square of that, by R.

#include <cstdint>
#include <span>
#include <vector>

#include "results/stats/intervals.hpp"

namespace doorstroom {

/// Whether replication r uses the same random numbers at every point.
enum class Seeds : std::uint8_t { own, shared };

struct VarianceComponents {
  std::uint64_t points = 0;  ///< that could be used
  /// Mean over these points; its bounds show simulation noise only.
  Interval mean;
  double total_variance = 0;    ///< of the points' mean differences; NaN below two points
  double noise_variance = 0;    ///< of it: noise
  double between_variance = 0;  ///< of it: inputs; never below 0

  /// Quantiles (type 7) of the points' mean differences. They include noise.
  double least = 0;
  double p10 = 0;
  double p50 = 0;
  double p90 = 0;
  double most = 0;
};

/// @param differences  [point][replication]: other minus base; NaN if one had no data. Points with
///                     fewer than two pairs are left out; when seeds are shared, so are
///                     replications that not all points have
/// @param confidence   of the bounds of the mean, 0 .. 1
VarianceComponents variance_components(std::span<const std::vector<double>> differences,
                                       Seeds seeds, double confidence = 0.95);

}  // namespace doorstroom
