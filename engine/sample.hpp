#pragma once
/// Figures of a sample: its quantiles and its mean.

#include <initializer_list>
#include <span>
#include <vector>

namespace doorstroom {

/// Quantile of type 7 (Hyndman and Fan, The American Statistician 50:361, 1996; R's default):
/// linear between the order statistics around (n - 1) p. NaN without data.
/// @param sorted  ascending
/// @param p       0 .. 1
double quantile(const std::vector<double>& sorted, double p);

/// The same of a sample in any order, for which it need not be sorted. Changes that order.
/// @param p  ascending
std::vector<double> quantiles(std::span<double> values, std::initializer_list<double> p);

/// NaN without data.
double mean_of(std::span<const double> values);

}  // namespace doorstroom
