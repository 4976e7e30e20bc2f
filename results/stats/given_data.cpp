#include "results/stats/given_data.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t fewest_points = 15;
constexpr std::uint32_t deals = 200;

/// As many as leave enough points in each to have a mean.
std::size_t bins_for(std::size_t points) {
  return std::clamp<std::size_t>(points / 10, 3, 20);
}

/// Points by ascending input; ties in the order of the points.
std::vector<std::size_t> sorted_by(std::span<const double> inputs) {
  std::vector<std::size_t> sorted(inputs.size());
  std::iota(sorted.begin(), sorted.end(), std::size_t{0});
  std::ranges::stable_sort(sorted, {}, [&](std::size_t i) { return inputs[i]; });
  return sorted;
}

/// @param sorted  of the points, by the input
double share_of(const std::vector<std::size_t>& sorted, std::span<const double> outcomes) {
  const std::size_t count = sorted.size();
  const std::size_t bins = bins_for(count);
  Welford all;
  double within = 0;
  for (std::size_t bin = 0; bin < bins; ++bin) {
    Welford here;
    for (std::size_t i = bin * count / bins; i < (bin + 1) * count / bins; ++i) {
      here.add(outcomes[sorted[i]]);
      all.add(outcomes[sorted[i]]);
    }
    within += here.m2();
  }
  return 1 - within / static_cast<double>(count - bins) / all.variance();
}

class Shares {
 public:
  Shares(std::span<const DesignPoint> points, std::span<const double> outcomes) {
    inputs_.resize(points.empty() ? 0 : points.front().size());
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (std::isnan(outcomes[i])) continue;
      outcomes_.push_back(outcomes[i]);
      for (std::size_t input = 0; input < inputs_.size(); ++input)
        inputs_[input].push_back(points[i][input]);
    }
  }

  GivenDataShares found(const BootstrapPlan& plan) const {
    GivenDataShares found;
    found.inputs.assign(inputs_.size(), {no_number, {no_number, no_number}});
    found.floor = no_number;
    if (outcomes_.size() < fewest_points || !varies(outcomes_)) return found;
    std::vector<std::vector<std::size_t>> orders;
    for (const std::vector<double>& input : inputs_) orders.push_back(sorted_by(input));
    const std::vector<Bounds> bounds = percentile_bootstrap(
        static_cast<std::uint32_t>(outcomes_.size()),
        [&](std::span<const std::uint32_t> units) { return resampled(units); }, plan);
    for (std::size_t input = 0; input < inputs_.size(); ++input)
      if (varies(inputs_[input]))
        found.inputs[input] = {share_of(orders[input], outcomes_), bounds[input]};
    found.floor = floor_of(orders, plan.seed);
    return found;
  }

 private:
  static bool varies(const std::vector<double>& values) {
    const auto [least, most] = std::ranges::minmax(values);
    return least < most;
  }

  std::vector<double> resampled(std::span<const std::uint32_t> units) const {
    std::vector<double> outcomes;
    for (const std::uint32_t unit : units) outcomes.push_back(outcomes_[unit]);
    std::vector<double> shares;
    for (const std::vector<double>& input : inputs_) {
      std::vector<double> places;
      for (const std::uint32_t unit : units) places.push_back(input[unit]);
      shares.push_back(varies(outcomes) ? share_of(sorted_by(places), outcomes) : no_number);
    }
    return shares;
  }

  double floor_of(const std::vector<std::vector<std::size_t>>& orders, std::uint32_t seed) const {
    std::vector<double> largest;
    for (std::uint32_t deal = 0; deal < deals; ++deal) {
      std::vector<double> draws;
      for (std::uint32_t i = 0; i < outcomes_.size(); ++i)
        draws.push_back(uniform({seed, deal}, {.source = hash32("given_data"), .person = i}));
      std::vector<double> dealt;
      for (const std::size_t i : sorted_by(draws)) dealt.push_back(outcomes_[i]);
      double most = -1;
      for (std::size_t input = 0; input < orders.size(); ++input)
        if (varies(inputs_[input])) most = std::max(most, share_of(orders[input], dealt));
      largest.push_back(most);
    }
    std::ranges::sort(largest);
    return quantile(largest, 0.95);
  }

  std::vector<std::vector<double>> inputs_;  ///< [input][point]
  std::vector<double> outcomes_;
};

}  // namespace

GivenDataShares given_data_shares(std::span<const DesignPoint> points,
                                  std::span<const double> outcomes, const BootstrapPlan& plan) {
  DOORSTROOM_EXPECT(points.size() == outcomes.size());
  return Shares(points, outcomes).found(plan);
}

}  // namespace doorstroom
