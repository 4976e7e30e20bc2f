#pragma once
/// Means with intervals, and quantiles. Every sample has one number per replication, so an interval
/// is Student's t over replications. It shows simulation noise only, not how uncertain the inputs
/// are.

#include <cstdint>
#include <limits>
#include <vector>

#include "engine/sample.hpp"

namespace doorstroom {

/// What an estimator returns without enough data.
inline constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

/// Mean and variance of numbers that are added one by one, computed without summing squares
/// (Welford, Technometrics 4:419, 1962).
class Welford {
 public:
  Welford() = default;
  /// Starts from the count, mean and m2 of earlier numbers. @param mean  may be NaN if count is 0
  Welford(std::uint64_t count, double mean, double m2);

  void add(double value);

  std::uint64_t count() const { return count_; }
  double mean() const;               ///< NaN without data
  double m2() const { return m2_; }  ///< sum of squared differences from the mean
  double variance() const;           ///< with n - 1; NaN below two values

 private:
  std::uint64_t count_ = 0;
  double mean_ = 0;
  double m2_ = 0;
};

/// An estimate with its bounds. Without data all three are NaN; with a single value the bounds are.
struct Interval {
  double mean = 0;
  double low = 0;
  double high = 0;
  std::uint64_t count = 0;

  double half_width() const { return (high - low) / 2; }
};

/// Distance between the mean of so many values and its bounds [standard error]; NaN below two
/// values.
/// @param confidence  0 .. 1
double t_quantile(std::uint64_t count, double confidence = 0.95);
/// The mean of a sample, with bounds t standard errors away.
Interval interval_with(const Welford& sample, double t);

/// @param confidence  0 .. 1
Interval t_interval(const Welford& sample, double confidence = 0.95);
/// The same of values; NaN, of a replication without data, is left out.
Interval t_interval(const std::vector<double>& values, double confidence = 0.95);

/// What replications say of a figure: its mean, and what a single replication may bring.
struct Estimate {
  Interval mean;   ///< with its 95% interval
  double p10 = 0;  ///< quantiles over replications (type 7); NaN without data
  double p90 = 0;
};
/// @param values  one per replication; NaN of a replication without data, which is left out
Estimate estimate_of(const std::vector<double>& values);

/// The numbers among the values, ascending, without NaN.
std::vector<double> sorted_numbers(std::vector<double> values);

}  // namespace doorstroom
