#pragma once
/// One function for each kind of chart.

#include <string>

#include "results/drawing/drawing.hpp"

namespace doorstroom {

std::string svg_of_curves(const CurveChart& chart, const DrawingStyle& style);
std::string svg_of_years(const TimeChart& chart, const DrawingStyle& style);
std::string svg_of_map(const MapChart& chart, const DrawingStyle& style);
std::string svg_of_intervals(const IntervalChart& chart, const DrawingStyle& style);
/// A part of a chart, laid out on the axis and in the columns of the whole.
std::string svg_of_intervals(const IntervalChart& part, const IntervalChart& whole,
                             const DrawingStyle& style);

}  // namespace doorstroom
