#pragma once
/// Least squares: the coefficients with which some terms add up to given values as nearly as they
/// can.

#include <vector>

namespace doorstroom {

/// @param terms   [value][term]; terms that depend on each other share what they explain
/// @param values  at least as many as there are terms
/// @return a coefficient for each term
std::vector<double> least_squares(const std::vector<std::vector<double>>& terms,
                                  const std::vector<double>& values);

}  // namespace doorstroom
