#include "results/sweep/design.hpp"

#include "results/stats/design_points.hpp"

namespace doorstroom {
namespace {

std::vector<std::string> grid_point(const std::vector<Factor>& factors, std::size_t number) {
  std::vector<std::string> values(factors.size());
  for (std::size_t i = factors.size(); i-- > 0;) {
    const std::vector<std::string>& levels = factors[i].levels;
    values[i] = levels[number % levels.size()];
    number /= levels.size();
  }
  return values;
}

std::vector<DesignPoint> places(SweepPlan::Design design, std::size_t factors, std::uint32_t first,
                                std::uint32_t count, std::uint32_t seed) {
  if (design == SweepPlan::Design::sobol) {
    check_sobol_count(std::uint64_t{first} + count);
    return sobol_points(first, count, factors, seed);
  }
  return latin_hypercube(count, factors, seed, first);
}

}  // namespace

std::vector<std::vector<std::string>> design_points(SweepPlan::Design design,
                                                    const std::vector<Factor>& factors,
                                                    std::uint32_t first, std::uint32_t count,
                                                    std::uint32_t seed) {
  std::vector<std::vector<std::string>> points;
  points.reserve(count);
  if (design == SweepPlan::Design::grid) {
    for (std::uint32_t i = 0; i < count; ++i) points.push_back(grid_point(factors, first + i));
    return points;
  }
  for (const DesignPoint& place : places(design, factors.size(), first, count, seed)) {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < factors.size(); ++i)
      values.push_back(factors[i].value_at(place[i]));
    points.push_back(std::move(values));
  }
  return points;
}

}  // namespace doorstroom
