#include "engine/sample.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>

namespace doorstroom {
namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

/// Between which two of so many a quantile lies, and how far from the lower.
struct Position {
  Position(std::size_t count, double p) {
    const double position = static_cast<double>(count - 1) * p;
    below = static_cast<std::size_t>(position);
    is_last = below + 1 >= count;
    if (is_last) below = count - 1;
    between = position - static_cast<double>(below);
  }
  double of(double lower, double upper) const { return lower + between * (upper - lower); }

  std::size_t below;
  double between;
  bool is_last;
};

}  // namespace

double quantile(const std::vector<double>& sorted, double p) {
  if (sorted.empty()) return no_number;
  const Position at(sorted.size(), p);
  return at.is_last ? sorted.back() : at.of(sorted[at.below], sorted[at.below + 1]);
}

std::vector<double> quantiles(std::span<double> values, std::initializer_list<double> p) {
  if (values.empty()) return std::vector<double>(p.size(), no_number);
  std::vector<double> quantiles;
  auto rest = values.begin();  // what lies before it is less
  for (const double one : p) {
    const Position at(values.size(), one);
    const auto lower = values.begin() + static_cast<std::ptrdiff_t>(at.below);
    std::nth_element(rest, lower, values.end());
    rest = lower;
    quantiles.push_back(at.is_last ? *lower
                                   : at.of(*lower, *std::min_element(lower + 1, values.end())));
  }
  return quantiles;
}

double mean_of(std::span<const double> values) {
  return values.empty() ? no_number
                        : std::accumulate(values.begin(), values.end(), 0.0) /
                              static_cast<double>(values.size());
}

}  // namespace doorstroom
