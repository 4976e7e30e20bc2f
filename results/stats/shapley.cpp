#include "results/stats/shapley.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {
namespace {

bool any_missing(std::span<const double> values) {
  return std::ranges::any_of(values, [](double value) { return std::isnan(value); });
}

/// Gives what the shares lack of the whole to the largest of them.
std::vector<double> adding_up_to(double whole, std::vector<double> shares) {
  if (shares.empty()) return shares;
  const auto largest =
      std::ranges::max_element(shares, {}, [](double share) { return std::abs(share); });
  *largest += whole - std::accumulate(shares.begin(), shares.end(), 0.0);
  return shares;
}

/// For coalitions of each size s without a part: 1 / (p times the number of those coalitions).
std::vector<double> weights_of_sizes(std::size_t parts) {
  std::vector<double> weights;
  double coalitions = 1;  // p - 1 choose s
  for (std::size_t size = 0; size < parts; ++size) {
    weights.push_back(1 / (static_cast<double>(parts) * coalitions));
    coalitions *= static_cast<double>(parts - 1 - size) / static_cast<double>(size + 1);
  }
  return weights;
}

}  // namespace

std::vector<double> shapley_values(std::span<const double> values) {
  DOORSTROOM_EXPECT(std::has_single_bit(values.size()) && values.size() <= 1u << 20);
  const auto parts = static_cast<std::size_t>(std::countr_zero(values.size()));
  std::vector<double> shares(parts);
  if (any_missing(values)) return std::vector(parts, no_number);
  const std::vector<double> weights = weights_of_sizes(parts);
  for (std::size_t part = 0; part < parts; ++part) {
    const Coalition alone = Coalition{1} << part;
    for (Coalition others = 0; others < values.size(); ++others)
      if ((others & alone) == 0)
        shares[part] += weights[static_cast<std::size_t>(std::popcount(others))] *
                        (values[others | alone] - values[others]);
  }
  return adding_up_to(values.back() - values.front(), std::move(shares));
}

std::vector<std::size_t> order_of_parts(std::size_t parts, std::uint32_t seed,
                                        std::uint32_t replication) {
  std::vector<std::pair<double, std::size_t>> draws;
  Address address{.source = hash32("shapley")};
  for (std::size_t part = 0; part < parts; ++part, ++address.node)
    draws.emplace_back(uniform({seed, replication}, address), part);
  std::ranges::sort(draws);
  std::vector<std::size_t> order;
  for (const auto& [draw, part] : draws) order.push_back(part);
  return order;
}

std::vector<Coalition> coalitions_along(std::span<const std::size_t> order) {
  std::vector<Coalition> coalitions{0};
  for (const std::size_t part : order)
    coalitions.push_back(coalitions.back() | Coalition{1} << part);
  return coalitions;
}

std::vector<double> shares_along(std::span<const std::size_t> order,
                                 std::span<const double> values) {
  DOORSTROOM_EXPECT(values.size() == order.size() + 1);
  std::vector<double> shares(order.size());
  if (any_missing(values)) return std::vector(order.size(), no_number);
  for (std::size_t i = 0; i < order.size(); ++i) shares[order[i]] = values[i + 1] - values[i];
  return adding_up_to(values.back() - values.front(), std::move(shares));
}

}  // namespace doorstroom
