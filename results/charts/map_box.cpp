#include "results/charts/map_box.hpp"

#include <algorithm>
#include <cmath>

namespace doorstroom {
namespace {

bool any_number(const std::vector<std::vector<double>>& values) {
  return std::ranges::any_of(values, [](const std::vector<double>& years) {
    return std::ranges::any_of(years, [](double each) { return std::isfinite(each); });
  });
}

}  // namespace

MapBox map_box(const MapNode& node) {
  constexpr std::size_t most_lines = 4;
  MapBox box;
  box.label =
      wrapped(node.label, map_box_width - 2 * map_box_margin, map_font_size, most_lines, true);
  box.gauge = any_number(node.load);
  box.numbers = box.gauge || any_number(node.waiting);
  return box;
}

double MapBox::height() const {
  return static_cast<double>(label.lines.size()) * map_line +
         (gauge ? map_gauge_gap + map_gauge_height : 0) + (numbers ? map_line + 2 : 0) +
         1.4 * map_box_margin;
}

}  // namespace doorstroom
