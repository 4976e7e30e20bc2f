#pragma once
/// Which of some alternatives has the smallest mean (Kim and Nelson, ACM TOMACS 11:251, 2001). All
/// have the same random numbers, so their differences decide. From n0 values of each on, one more
/// value of each at a time, an alternative is dropped as soon as another is ahead of it by more
/// than chance explains:
///
///     eta  = ((2 alpha / (k - 1))^(-2 / (n0 - 1)) - 1) / 2,   h2 = 2 eta (n0 - 1)
///     W_il = max(0, delta / (2 r) (h2 S2_il / delta^2 - r))
///
/// and alternative i stays while its mean of r values is at most that of every other l plus W_il,
/// where S2_il is the variance of the first n0 differences. The one that is left is the best with
/// probability 1 - alpha, if it is better than every other by delta or more; otherwise one that is
/// within delta of the best.

#include <cstddef>
#include <span>
#include <vector>

namespace doorstroom {

class KimNelson {
 public:
  /// @param first  [alternative][n0]: the first values; n0 >= 3, alternatives >= 1
  /// @param alpha  chance of error, 0 < alpha < 1/2
  /// @param delta  smallest difference that matters, > 0
  KimNelson(const std::vector<std::vector<double>>& first, double alpha, double delta);

  /// Indices of the alternatives that are left, ascending.
  const std::vector<std::size_t>& contenders() const { return contenders_; }
  bool done() const { return contenders_.size() == 1; }
  /// Values of each contender so far.
  std::size_t values() const { return values_; }
  double mean(std::size_t alternative) const;
  /// The contender with the smallest mean.
  std::size_t best() const;

  /// @param next  one value of each contender, in the order of contenders()
  void add(std::span<const double> next);

 private:
  void screen();

  double delta_;
  double h2_ = 0;
  std::size_t values_;
  std::vector<double> sums_;
  std::vector<std::vector<double>> variances_;  ///< of differences, [i][l]
  std::vector<std::size_t> contenders_;
};

}  // namespace doorstroom
