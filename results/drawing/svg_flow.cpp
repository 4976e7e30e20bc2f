#include "results/drawing/svg_flow.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace doorstroom {
namespace {

struct FlowPoint {
  double x = 0;
  double y = 0;
};

FlowPoint between(FlowPoint a, FlowPoint b, double t) {
  return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

double distance(FlowPoint a, FlowPoint b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

using CubicBezier = std::array<FlowPoint, 4>;

/// Its first part, up to t (de Casteljau).
CubicBezier first_part(const CubicBezier& curve, double t) {
  const FlowPoint a = between(curve[0], curve[1], t);
  const FlowPoint b = between(curve[1], curve[2], t);
  const FlowPoint c = between(curve[2], curve[3], t);
  const FlowPoint ab = between(a, b, t);
  const FlowPoint bc = between(b, c, t);
  return {curve[0], a, ab, between(ab, bc, t)};
}

/// Without its last pixels.
CubicBezier shortened(const CubicBezier& curve, double by) {
  constexpr int steps = 100;
  for (int i = steps - 1; i > 0; --i) {
    const CubicBezier part = first_part(curve, static_cast<double>(i) / steps);
    if (distance(part[3], curve[3]) >= by) return part;
  }
  return first_part(curve, 0.5);
}

}  // namespace

void draw_flow(SvgCanvas& canvas, const SvgElement& in, const std::vector<double>& path,
               double width, bool back, const std::string& words) {
  std::vector<FlowPoint> points;
  for (std::size_t i = 0; i + 1 < path.size(); i += 2) points.push_back({path[i], path[i + 1]});
  if (points.size() < 4) return;
  const std::size_t last = points.size() - 4;
  const double head = 4 + 0.9 * width;
  const FlowPoint tip = points.back();
  const CubicBezier end =
      shortened({points[last], points[last + 1], points[last + 2], points[last + 3]}, head);

  SvgPath line;
  line.move_to(points[0].x, points[0].y);
  std::string curve = line.text() + "C";
  for (std::size_t i = 1; i <= last; ++i)
    curve += fmt::format("{},{} ", svg_number(points[i].x), svg_number(points[i].y));
  for (std::size_t i = 1; i < 4; ++i)
    curve += fmt::format("{},{}{}", svg_number(end[i].x), svg_number(end[i].y), i < 3 ? " " : "");

  const SvgElement flow = in.add("g");
  flow.set("class", "flow");
  if (!words.empty()) flow.add("title").text(words);
  const std::string color = canvas.color("flow");
  flow.add("path")
      .set("d", curve)
      .set("style",
           fmt::format("fill:none;stroke:{};stroke-width:{}{}", color, svg_number(width),
                       back ? fmt::format(";stroke-dasharray:{} 3", svg_number(3 + width)) : ""));
  const double ux = (tip.x - end[3].x) / std::max(distance(tip, end[3]), 1e-9);
  const double uy = (tip.y - end[3].y) / std::max(distance(tip, end[3]), 1e-9);
  const double half = 3 + 0.6 * width;
  SvgPath arrow;
  arrow.move_to(tip.x, tip.y).line_to(end[3].x - uy * half, end[3].y + ux * half);
  arrow.line_to(end[3].x + uy * half, end[3].y - ux * half).close();
  flow.add("path").set("d", arrow.text()).set("style", "fill:" + color);
}

}  // namespace doorstroom
