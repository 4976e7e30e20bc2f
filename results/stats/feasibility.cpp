#include "results/stats/feasibility.hpp"

#include <algorithm>
#include <cmath>

#include "engine/error.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {

FeasibilityCheck::FeasibilityCheck(const std::vector<double>& first, double beta, double eps)
    : eps_(eps), values_(first.size()) {
  DOORSTROOM_EXPECT(first.size() >= 3 && 0 < beta && beta < 0.5 && eps > 0);
  Welford sample;
  for (const double value : first) {
    sample.add(value);
    sum_ += value;
  }
  const auto n0 = static_cast<double>(values_);
  const double eta = (std::pow(2 * beta, -2 / (n0 - 1)) - 1) / 2;
  width_ = eta * (n0 - 1) * sample.variance() / eps;
  decide();
}

void FeasibilityCheck::add(double value) {
  sum_ += value;
  ++values_;
  decide();
}

void FeasibilityCheck::decide() {
  if (feasible_) return;
  const double bound = std::max(0.0, width_ - eps_ * static_cast<double>(values_) / 2);
  if (sum_ >= bound)
    feasible_ = true;
  else if (sum_ <= -bound)
    feasible_ = false;
}

}  // namespace doorstroom
