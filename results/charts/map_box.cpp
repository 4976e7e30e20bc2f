#include "results/charts/map_box.hpp"

#include <algorithm>
#include <sstream>

namespace doorstroom {
namespace {

bool any_from(double least, const std::vector<std::vector<double>>& values) {
  return std::ranges::any_of(values, [least](const std::vector<double>& years) {
    return std::ranges::any_of(years, [least](double each) { return each >= least; });
  });
}

double longest_word(const std::string& label) {
  double longest = 0;
  std::istringstream words(label);
  for (std::string word; words >> word;)
    longest = std::max(longest, text_width(word, map_font_size, true) + 0.5);
  return longest;
}

}  // namespace

MapBox map_box(const MapNode& node) {
  constexpr std::size_t most_lines = 4;
  MapBox box;
  constexpr double around = 2 * map_box_margin;
  box.width = std::clamp(longest_word(node.label) + around, map_box_narrowest, map_box_widest);
  box.label = wrapped(node.label, box.width - around, map_font_size, most_lines, true);
  box.gauge = any_from(0, node.load);
  constexpr double told = 0.05;  // fewer read as 0
  box.numbers = box.gauge || any_from(told, node.waiting);
  return box;
}

double MapBox::height() const {
  return static_cast<double>(label.lines.size()) * map_line +
         (gauge ? map_gauge_gap + map_gauge_height : 0) + (numbers ? map_line + 2 : 0) +
         1.4 * map_box_margin;
}

}  // namespace doorstroom
