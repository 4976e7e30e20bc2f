#include <algorithm>
#include <cmath>

#include "results/charts/text_width.hpp"
#include "results/drawing/svg_drawing.hpp"
#include "results/drawing/svg_lines.hpp"

namespace doorstroom {
namespace {

double highest_of(const CurveChart& chart) {
  double highest = 0;
  for (const Curve& curve : chart.curves)
    for (const auto* values : {&curve.y, &curve.high})
      for (const double each : *values)
        if (std::isfinite(each)) highest = std::max(highest, each);
  return highest;
}

void draw_week_axis(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
                    const CurveChart& chart, const NiceTicks& ticks) {
  const double em = canvas.em();
  const SvgElement axis = in.add("g").set("class", "x-axis");
  for (const double week : ticks.values) {
    if (week > area.x.to) continue;
    canvas.line(axis, area.x(week), area.bottom, area.x(week), area.bottom + 0.35 * em, "ink-soft",
                1);
    canvas.text(axis, area.x(week), area.bottom + 1.4 * em, ticks.text(week, canvas.language()),
                {.anchor = "middle", .size = canvas.small(), .color = "ink-soft"});
  }
  canvas.text(axis, area.right, area.bottom + 2.7 * em, chart.x_label,
              {.anchor = "end", .size = canvas.small(), .color = "ink-soft"});
}

/// Dashed lines with their labels on top; a label that would touch one before stands lower.
void draw_week_marks(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
                     const std::vector<ChartMark>& marks) {
  const double em = canvas.em();
  double row = 0;
  double taken = 0;
  for (const ChartMark& mark : marks) {
    if (!(mark.at >= area.x.from && mark.at <= area.x.to)) continue;
    const double x = area.x(mark.at);
    canvas.line(in, x, area.top, x, area.bottom, "ink-soft", 1, "3 3");
    const double wide = text_width(mark.label, canvas.small() * em);
    const bool left_of_it = x + 0.4 * em + wide > area.right;
    const double left = left_of_it ? x - 0.4 * em - wide : x + 0.4 * em;
    row = left < taken ? row + 1 : 0;
    taken = left + wide + 0.5 * em;
    canvas.text(in, left, area.top + (0.8 + 1.2 * row) * em, mark.label,
                {.size = canvas.small(), .color = "ink-soft", .halo = true});
  }
}

}  // namespace

std::string svg_of_curves(const CurveChart& chart, const DrawingStyle& style) {
  SvgCanvas canvas(chart.head, style);
  const double em = canvas.em();
  std::vector<std::string> names;
  std::vector<KeyEntry> key;
  for (const Curve& curve : chart.curves) {
    names.push_back(curve.label);
    if (key.empty() && !curve.low.empty()) key.push_back(noise_key(canvas, line_look(0)));
  }
  const double labels = end_labels_width(canvas, names, 0.34 * (canvas.right() - canvas.left()));
  const NiceTicks values = nice_ticks(0, highest_of(chart), 5);
  const double last_week = chart.x.empty() ? 1 : chart.x.back();
  const double first_week = chart.x.empty() ? 0 : std::min(0.0, chart.x.front());
  const NiceTicks weeks = nice_ticks(first_week, last_week, 8);

  PlotArea area;
  double widest = 0;
  for (const double value : values.values)
    widest = std::max(widest, text_width(values.text(value, canvas.language()), em));
  area.left = canvas.left() + widest + 0.5 * em;
  area.right = canvas.right() - labels;
  area.top = canvas.top() + 2 * em;
  const double wanted = std::max(24 * em, end_labels_height(canvas, names, labels)) + 5 * em;
  const double bottom = canvas.top() + canvas.height_for(wanted, key);
  area.bottom = bottom - 3 * em;
  area.x = {first_week, std::max(last_week, first_week + 1), area.left, area.right};
  area.y = {values.first(), values.last(), area.bottom, area.top};

  const SvgElement axes = canvas.group("axes");
  draw_value_axis(canvas, axes, area, values, chart.y_label);
  draw_week_axis(canvas, axes, area, chart, weeks);

  std::vector<EndLabel> ends;
  const int count = static_cast<int>(chart.curves.size());
  for (int i = 0; i < count; ++i) {
    const Curve& curve = chart.curves[static_cast<std::size_t>(i)];
    const LineLook look = line_look(i);
    const SvgElement series = canvas.group("series");
    series.set("data-series", curve.id);
    draw_noise_bars(canvas, series, area, chart.x, curve.low, curve.high, look, i, count);
    draw_line(canvas, series, area, chart.x, curve.y, look);
    draw_markers(canvas, series, area, chart.x, curve.y, look, i, count);
    const std::size_t last = last_number(curve.y);
    if (last < std::min(curve.y.size(), chart.x.size()))
      ends.push_back({curve.label, area.x(chart.x[last]), area.y(curve.y[last]), look});
  }
  draw_week_marks(canvas, canvas.group("marks"), area, chart.marks);
  draw_end_labels(canvas, canvas.group("labels"), area, ends, labels);
  return canvas.finish(bottom, key);
}

}  // namespace doorstroom
