#pragma once
/// Whether a mean is at least nil, decided one value at a time (Andradottir and Kim, Naval Research
/// Logistics 57:403, 2010, with their constant c = 1). The sum of the values is watched until it
/// leaves a triangle whose width shrinks to nothing, so the decision always comes:
///
///     eta = ((2 beta)^(-2 / (n0 - 1)) - 1) / 2
///     R(r) = max(0, eta (n0 - 1) S2 / eps - eps r / 2)
///
/// where S2 is the variance of the first n0 values. A mean of eps or more is found to be at least
/// nil, and a mean of -eps or less below it, each with probability 1 - beta; in between both may be
/// found.

#include <cstddef>
#include <optional>
#include <vector>

namespace doorstroom {

class FeasibilityCheck {
 public:
  /// @param first  the first n0 values, n0 >= 3
  /// @param beta   chance of error, 0 < beta < 1/2
  /// @param eps    indifference zone on either side of nil, > 0
  FeasibilityCheck(const std::vector<double>& first, double beta, double eps);

  void add(double value);
  /// Whether the mean is at least nil; none while it is not decided. Once decided it stays.
  std::optional<bool> feasible() const { return feasible_; }
  std::size_t values() const { return values_; }

 private:
  void decide();

  double eps_;
  double width_ = 0;  ///< of the triangle before the first value: eta (n0 - 1) S2 / eps
  double sum_ = 0;
  std::size_t values_ = 0;
  std::optional<bool> feasible_;
};

}  // namespace doorstroom
