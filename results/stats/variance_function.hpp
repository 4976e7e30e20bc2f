#pragma once
/// How the variance of an outcome depends on its mean: log variance = a + b m, by least squares
/// over points that were simulated a few times each. One line for all points tells the variance of
/// a point far better than the few replications of that point do, and it tells that of an outcome
/// which was observed and not simulated.
///
/// Variances are taken to logarithms by log_variance(). Beyond the means that were seen the line is
/// level.

#include <cstdint>
#include <span>

namespace doorstroom {

/// Mean and variance of an outcome at a point that was simulated.
struct PointMoments {
  double mean = 0;          ///< NaN without data: the point is left out
  double variance = 0;      ///< with n - 1
  std::uint64_t count = 0;  ///< n; of fewer than two the point is left out
};

class VarianceFunction {
 public:
  explicit VarianceFunction(std::span<const PointMoments> points);

  /// Variance of an outcome with this mean; 0 where no point had any.
  double at(double mean) const;

 private:
  double least_mean_ = 0;
  double most_mean_ = 0;
  double at_nil_ = 0;  ///< a; minus infinity where nothing varies
  double slope_ = 0;   ///< b
};

}  // namespace doorstroom
