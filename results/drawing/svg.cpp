#include "results/drawing/svg_drawing.hpp"

namespace doorstroom {
namespace {

struct SvgOfChart {
  const DrawingStyle& style;

  std::string operator()(const CurveChart& chart) const { return svg_of_curves(chart, style); }
  std::string operator()(const TimeChart& chart) const { return svg_of_years(chart, style); }
  std::string operator()(const MapChart& chart) const { return svg_of_map(chart, style); }
  std::string operator()(const IntervalChart& chart) const {
    return svg_of_intervals(chart, style);
  }
};

}  // namespace

std::string svg_of(const Chart& chart, const DrawingStyle& style) {
  return std::visit(SvgOfChart{style}, chart);
}

}  // namespace doorstroom
