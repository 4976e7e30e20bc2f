#include <algorithm>

#include "results/drawing/svg_drawing.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t most_rows_in_part = 14;

/// The head of a part, with ids of its own. What stands once in the whole is not said again.
ChartHead head_of_part(const ChartHead& whole, std::size_t part, const std::string& name) {
  if (part == 0) return whole;
  ChartHead head = whole;
  head.id += "-" + std::to_string(part + 1);
  if (!name.empty()) head.title += ": " + name;
  head.summary.clear();
  return head;
}

std::vector<std::string> parts_of(const TimeChart& chart, const DrawingStyle& style) {
  std::vector<std::string> parts;
  const std::size_t drawn =
      std::min<std::size_t>(chart.panels.size(), std::max<std::uint32_t>(chart.drawn, 1));
  for (std::size_t i = 0; i < drawn; ++i) {
    TimeChart part = chart;
    part.head = head_of_part(chart.head, i, chart.panels[i].label);
    part.panels = {chart.panels[i]};
    part.drawn = 1;
    parts.push_back(svg_of_years(part, style));
  }
  return parts;
}

/// Groups stay whole.
std::vector<std::string> parts_of(const IntervalChart& chart, const DrawingStyle& style) {
  std::vector<IntervalChart> parts;
  for (std::size_t begin = 0; begin < chart.rows.size();) {
    const std::string& group = chart.rows[begin].group;
    const auto end = static_cast<std::size_t>(
        std::find_if(chart.rows.begin() + static_cast<std::ptrdiff_t>(begin), chart.rows.end(),
                     [&](const IntervalRow& row) { return row.group != group; }) -
        chart.rows.begin());
    const bool fits = !parts.empty() && parts.back().rows.size() + end - begin <= most_rows_in_part;
    if (!fits) {
      IntervalChart part = chart;
      part.head = head_of_part(chart.head, parts.size(), group);
      part.rows.clear();
      parts.push_back(std::move(part));
    }
    for (; begin < end; ++begin) parts.back().rows.push_back(chart.rows[begin]);
  }
  std::vector<std::string> drawn;
  for (const IntervalChart& part : parts) drawn.push_back(svg_of_intervals(part, chart, style));
  return drawn;
}

}  // namespace

std::vector<std::string> svg_parts_of(const Chart& chart, const DrawingStyle& style) {
  if (const auto* const time = std::get_if<TimeChart>(&chart)) return parts_of(*time, style);
  if (const auto* const bars = std::get_if<IntervalChart>(&chart); bars && !bars->rows.empty())
    return parts_of(*bars, style);
  return {svg_of(chart, style)};
}

}  // namespace doorstroom
