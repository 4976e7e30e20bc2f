#pragma once
/// Probability distributions of non-negative quantities, sampled by inversion: one uniform gives
/// one value, monotone in the uniform and in the parameters, so a shorter mean stay shortens every
/// stay. Never std::*_distribution, which differ between libraries.

#include <cmath>
#include <memory>
#include <vector>

namespace doorstroom {

/// The value of the exponential distribution of mean 1 at cumulative probability u, 0 < u < 1. For
/// a draw, 1 - u is exact, and a logarithm costs a third of a log1p.
inline double exponential_quantile(double u) {
  return -std::log(1 - u);
}

/// A distribution of values >= 0, in whatever unit its parameters are in. A cheap-to-copy value.
class Distribution {
 public:
  /// Always the same value. Also what a default-constructed distribution is, with value 0.
  static Distribution constant(double value);
  /// @param mean  > 0
  static Distribution exponential(double mean);
  /// @param median > 0, @param sigma >= 0  standard deviation of the logarithm
  static Distribution lognormal(double median, double sigma);
  /// By mean > 0 and coefficient of variation >= 0: sigma^2 = ln(1 + cv^2), median = mean / sqrt(1
  /// + cv^2).
  static Distribution lognormal_mean_cv(double mean, double cv);
  /// By mean > 0 and coefficient of variation > 0: shape 1/cv^2, scale mean cv^2. The quantile is
  /// tabulated here (monotone, relative error of the value at most 1e-6 against Boost).
  static Distribution gamma(double mean, double cv);
  static Distribution weibull(double scale, double shape);
  /// @pre 0 <= from <= to
  static Distribution uniform(double from, double to);
  /// @pre 0 <= from <= mode <= to, from < to
  static Distribution triangular(double from, double mode, double to);
  /// Values with weights (>= 0, sum > 0; empty means all equal). Quantile: the smallest value whose
  /// cumulative weight reaches u.
  static Distribution empirical(std::vector<double> values, std::vector<double> weights);

  Distribution();

  /// Value at cumulative probability u, 0 < u < 1.
  double quantile(double u) const;
  /// The value that every draw gives. @pre is_constant()
  double value() const { return constant_value_; }
  /// Probability of a value <= x.
  double cdf(double x) const;
  double mean() const;
  /// Whether every draw gives the same value.
  bool is_constant() const { return constant_; }
  /// Smallest and largest possible value; largest may be infinity.
  double smallest() const;
  double largest() const;

  /// The distribution of a value found under way: P(dx) x / mean. A residual of a stay in
  /// equilibrium is a uniform share of a length-biased stay (Cox, Renewal Theory, 1962).
  /// @pre mean > 0, and not itself a length-biased Weibull, uniform or triangular distribution
  Distribution length_biased() const;

  class Shape;  ///< one family, see distribution_families.hpp

 private:
  explicit Distribution(std::shared_ptr<const Shape> shape);
  std::shared_ptr<const Shape> shape_;
  bool constant_;
  double constant_value_;
};

}  // namespace doorstroom
