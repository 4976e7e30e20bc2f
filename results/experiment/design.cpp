#include "results/experiment/design.hpp"

#include "engine/error.hpp"

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
  (void)seed;
  throw InputError("this design is not built");
}

}  // namespace doorstroom
