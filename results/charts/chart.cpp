#include "results/charts/chart.hpp"

namespace doorstroom {

const ChartHead& head_of(const Chart& chart) {
  return std::visit([](const auto& each) -> const ChartHead& { return each.head; }, chart);
}

}  // namespace doorstroom
