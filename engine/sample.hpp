#pragma once
/// Figures of a sample: its quantiles and its mean.

#include <vector>

namespace doorstroom {

/// Quantile of type 7 (Hyndman and Fan, The American Statistician 50:361, 1996; R's default):
/// linear between the order statistics around (n - 1) p. NaN without data.
/// @param sorted  ascending
/// @param p       0 .. 1
double quantile(const std::vector<double>& sorted, double p);

/// NaN without data.
double mean_of(const std::vector<double>& values);

}  // namespace doorstroom
