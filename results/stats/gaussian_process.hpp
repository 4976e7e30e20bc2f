#pragma once
/// A smooth function of some inputs, estimated from noisy values at some points: kriging with a
/// linear trend, where the noise of each value is known (stochastic kriging: Ankenman, Nelson and
/// Staum, Operations Research 58:371, 2010).
///
///     value at x_i = b0 + b'x_i + Z(x_i) + noise_i
///
/// Z is a Gaussian process with mean nil, and covariance s2 c(h) between points at the distance
/// h^2 = sum over inputs of ((x - x') / length)^2, with Matern's correlation of smoothness 5/2:
///
///     c(h) = (1 + sqrt(5) h + 5/3 h^2) exp(-sqrt(5) h)
///
/// An input with a long length bends the function little. The lengths and s2 are those of the
/// largest restricted likelihood, which allows for what estimating the trend costs (Harville,
/// Journal of the American Statistical Association 72:320, 1977). The prediction is the best linear
/// unbiased one; its variance holds the uncertainty of the trend (Santner, Williams and Notz, The
/// Design and Analysis of Computer Experiments, 2018, section 3.2), but not that of the lengths.

#include <memory>
#include <span>
#include <vector>

namespace doorstroom {

/// Values at points. Inputs are best scaled to [0, 1], which the bounds of the lengths suppose.
struct GaussianProcessData {
  std::vector<std::vector<double>> points;  ///< [point][input]
  std::vector<double> values;               ///< by point
  std::vector<double> noise;                ///< variance of each value's noise, 0 or more
};

/// How the function bends.
struct Kernel {
  std::vector<double> lengths;  ///< by input
  double variance = 0;          ///< s2
};

/// What the function is at a point: mean and variance, the noise of a value there not included.
struct Prediction {
  double mean = 0;
  double variance = 0;
};

struct KrigingEquations;

class GaussianProcess {
 public:
  /// Estimates the kernel. Takes time in proportion to the third power of the number of points.
  /// @pre more points than inputs + 2; not all noise 0 where points coincide
  explicit GaussianProcess(GaussianProcessData data);
  /// With a kernel that was estimated before.
  GaussianProcess(GaussianProcessData data, Kernel kernel);

  Prediction at(std::span<const double> point) const;

  /// The value at each point as the others predict it, the noise of the value included (Dubrule,
  /// Mathematical Geology 15:687, 1983), with the kernel of all.
  std::vector<Prediction> without_each() const;

  const GaussianProcessData& data() const { return data_; }
  const Kernel& kernel() const { return kernel_; }
  /// b0, then b by input.
  std::vector<double> trend() const;
  /// By point: what Z at another point gets for each unit of its covariance with this point.
  std::vector<double> weights() const;
  /// Logarithm of the restricted likelihood, but for a constant.
  double log_likelihood() const;

 private:
  GaussianProcessData data_;
  Kernel kernel_;
  std::shared_ptr<const KrigingEquations> equations_;
};

}  // namespace doorstroom
