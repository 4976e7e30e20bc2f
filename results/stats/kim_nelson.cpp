#include "results/stats/kim_nelson.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/error.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {

KimNelson::KimNelson(const std::vector<std::vector<double>>& first, double alpha, double delta)
    : delta_(delta), values_(first.empty() ? 0 : first.front().size()) {
  DOORSTROOM_EXPECT(!first.empty() && values_ >= 3 && delta > 0 && 0 < alpha && alpha < 0.5);
  const std::size_t k = first.size();
  contenders_.resize(k);
  std::iota(contenders_.begin(), contenders_.end(), std::size_t{0});
  for (const std::vector<double>& values : first) {
    DOORSTROOM_EXPECT(values.size() == values_);
    sums_.push_back(std::accumulate(values.begin(), values.end(), 0.0));
  }
  if (k == 1) return;
  const auto n0 = static_cast<double>(values_);
  const double eta = (std::pow(2 * alpha / static_cast<double>(k - 1), -2 / (n0 - 1)) - 1) / 2;
  h2_ = 2 * eta * (n0 - 1);
  variances_.assign(k, std::vector<double>(k, 0.0));
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t l = 0; l < i; ++l) {
      Welford differences;
      for (std::size_t r = 0; r < values_; ++r) differences.add(first[i][r] - first[l][r]);
      variances_[i][l] = variances_[l][i] = differences.variance();
    }
  screen();
}

double KimNelson::mean(std::size_t alternative) const {
  return sums_[alternative] / static_cast<double>(values_);
}

std::size_t KimNelson::best() const {
  return *std::ranges::min_element(contenders_, {}, [&](std::size_t i) { return sums_[i]; });
}

void KimNelson::add(std::span<const double> next) {
  DOORSTROOM_EXPECT(next.size() == contenders_.size());
  for (std::size_t i = 0; i < next.size(); ++i) sums_[contenders_[i]] += next[i];
  ++values_;
  screen();
}

void KimNelson::screen() {
  const auto r = static_cast<double>(values_);
  const auto beaten = [&](std::size_t i) {
    return std::ranges::any_of(contenders_, [&](std::size_t l) {
      if (l == i) return false;
      const double slack =
          std::max(0.0, delta_ / (2 * r) * (h2_ * variances_[i][l] / (delta_ * delta_) - r));
      return mean(i) > mean(l) + slack;
    });
  };
  std::vector<std::size_t> left;
  for (const std::size_t i : contenders_)
    if (!beaten(i)) left.push_back(i);
  contenders_ = std::move(left);
}

}  // namespace doorstroom
