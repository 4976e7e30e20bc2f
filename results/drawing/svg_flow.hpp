#pragma once
/// A flow on the map: a curve that ends in an arrowhead.

#include <vector>

#include "results/drawing/svg_canvas.hpp"

namespace doorstroom {

/// @param path  x and y of a cubic Bezier spline's points
/// @param width [px]
/// @param back  whether it leads back to an earlier place: dashed
/// @param words  what a pointer that rests on it reads; empty: nothing
void draw_flow(SvgCanvas& canvas, const SvgElement& in, const std::vector<double>& path,
               double width, bool back, const std::string& words);

}  // namespace doorstroom
