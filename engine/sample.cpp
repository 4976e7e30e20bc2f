#include "engine/sample.hpp"

#include <limits>
#include <numeric>

namespace doorstroom {
namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

double quantile(const std::vector<double>& sorted, double p) {
  if (sorted.empty()) return no_number;
  const double position = static_cast<double>(sorted.size() - 1) * p;
  const auto below = static_cast<std::size_t>(position);
  if (below + 1 >= sorted.size()) return sorted.back();
  const double between = position - static_cast<double>(below);
  return sorted[below] + between * (sorted[below + 1] - sorted[below]);
}

double mean_of(const std::vector<double>& values) {
  return values.empty() ? no_number
                        : std::accumulate(values.begin(), values.end(), 0.0) /
                              static_cast<double>(values.size());
}

}  // namespace doorstroom
