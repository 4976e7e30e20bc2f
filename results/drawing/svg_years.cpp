#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "results/charts/text_width.hpp"
#include "results/drawing/svg_drawing.hpp"
#include "results/drawing/svg_lines.hpp"

namespace doorstroom {
namespace {

constexpr double panel_head = 2.9;  // its label and what its axis counts [em]
constexpr std::size_t most_panels_on_slide = 2;
constexpr double panel_foot = 2.4;              // names of years, and a gap [em]
constexpr std::size_t most_lines_in_panel = 6;  // as many as there are markers and dashes

double highest_of(const TimePanel& panel) {
  double highest = 0;
  for (const TimeLine& line : panel.lines)
    for (const auto* values : {&line.mean, &line.p90, &line.noise_high})
      for (const double each : *values)
        if (std::isfinite(each)) highest = std::max(highest, each);
  return highest;
}

std::vector<std::string> labels_of(const TimePanel& panel) {
  std::vector<std::string> labels;
  for (const TimeLine& line : panel.lines) labels.push_back(line.label);
  return labels;
}

/// A panel of more lines than can be told apart as several: each has one line of every variant, the
/// first what there is room for as well.
void add_panels(const TimePanel& panel, std::vector<TimePanel>& panels) {
  if (panel.lines.size() <= most_lines_in_panel) return panels.push_back(panel);
  std::map<int, std::size_t> outcomes;  // of a variant
  std::vector<TimePanel> apart;
  for (const TimeLine& line : panel.lines) {
    const bool capacity = line.role == TimeLine::Role::capacity;
    const std::size_t at = capacity ? 0 : outcomes[line.variant]++;
    if (at >= apart.size()) {
      apart.resize(at + 1, {.id = panel.id, .label = panel.label, .lines = {}});
      apart[at].id = line.id;
      apart[at].label += ": " + line.label;
    }
    apart[at].lines.push_back(line);
  }
  std::ranges::move(apart, std::back_inserter(panels));
}

/// With variants, colour and marker tell the variant, and dashes which line it is; without, all
/// three tell the line.
std::vector<LineLook> looks_of(const TimePanel& panel) {
  const auto is_another_variant = [&](const TimeLine& line) {
    return line.variant != panel.lines[0].variant;
  };
  const auto is_outcome_of_base = [](const TimeLine& line) {
    return line.variant == 0 && line.role == TimeLine::Role::outcome;
  };
  const bool varied = std::ranges::any_of(panel.lines, is_another_variant);
  const bool several = std::ranges::count_if(panel.lines, is_outcome_of_base) > 1;
  std::map<std::pair<int, bool>, int> lines_of;  // of a variant: outcomes, capacities
  std::vector<LineLook> looks;
  for (const TimeLine& line : panel.lines) {
    const bool capacity = line.role == TimeLine::Role::capacity;
    const int number = lines_of[{varied ? line.variant : 0, capacity}]++;
    LineLook look = line_look(varied ? line.variant : number);
    if (varied && several) look.dash = line_look(number + (capacity ? 1 : 0)).dash;
    if (capacity && !varied) look = {.color = 0, .dash = 2};
    looks.push_back(look);
  }
  return looks;
}

void draw_time_axis(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
                    const std::vector<TimeSegment>& segments) {
  const double em = canvas.em();
  double taken = 0;
  for (const TimeSegment& segment : segments) {
    const double from = area.x(segment.from_day);
    canvas.line(in, from, area.bottom, from, area.bottom + 0.35 * em, "ink-soft", 1);
    const double middle = (from + area.x(segment.to_day)) / 2;
    const double half = text_width(segment.name, canvas.small() * em) / 2;
    if (middle - half < taken) continue;
    taken = middle + half + 0.5 * em;
    canvas.text(in, middle, area.bottom + 1.4 * em, segment.name,
                {.anchor = "middle", .size = canvas.small(), .color = "ink-soft"});
  }
  if (!segments.empty())
    canvas.line(in, area.right, area.bottom, area.right, area.bottom + 0.35 * em, "ink-soft", 1);
}

void draw_shades(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
                 const std::vector<TimeShade>& shades) {
  const double em = canvas.em();
  double row = 0;
  for (const TimeShade& shade : shades) {
    const double from = area.x(std::max(shade.from_day, area.x.from));
    const double to = area.x(std::min(shade.to_day, area.x.to));
    if (!(to > from)) continue;
    in.add("rect")
        .set("class", "shade")
        .set("x", from)
        .set("y", area.top)
        .set("width", to - from)
        .set("height", area.bottom - area.top)
        .set("style", fmt::format("fill:{};fill-opacity:0.08", canvas.color("ink")));
    for (const double edge : {from, to})
      canvas.line(in, edge, area.top, edge, area.bottom, "ink-soft", 0.8, "1 3");
    const double size = canvas.small() * em;
    const double wide = text_width(shade.label, size);
    const double left = std::max(area.left, std::min(from + 0.4 * em, area.right - wide));
    canvas.text(in, left, area.top + (0.9 + 1.15 * row) * em, shade.label,
                {.size = canvas.small(), .color = "ink-soft"});
    ++row;
  }
}

void draw_panel(SvgCanvas& canvas, const TimeChart& chart, const TimePanel& panel, PlotArea area,
                double label_width) {
  const double em = canvas.em();
  const NiceTicks ticks = nice_ticks(0, highest_of(panel), canvas.is_slide() ? 3 : 4);
  area.y = {ticks.first(), ticks.last(), area.bottom, area.top};

  const SvgElement axes = canvas.group("axes");
  axes.set("data-panel", panel.id);
  canvas.text(axes, canvas.left(), area.top - 2 * em, panel.label, {.bold = true});
  draw_shades(canvas, axes, area, chart.shades);
  draw_value_axis(canvas, axes, area, ticks, chart.y_label);
  draw_time_axis(canvas, axes, area,
                 time_segments(chart.start_date, area.x.from, area.x.to, canvas.language()));

  const std::vector<LineLook> looks = looks_of(panel);
  const int count = static_cast<int>(panel.lines.size());
  for (std::size_t i = 0; i < panel.lines.size(); ++i) {
    const TimeLine& line = panel.lines[i];
    if (line.p10.empty() || line.role == TimeLine::Role::capacity) continue;
    draw_band(canvas, canvas.group("futures"), area, chart.days, line.p10, line.p90, looks[i]);
  }
  std::vector<EndLabel> ends;
  for (std::size_t i = 0; i < panel.lines.size(); ++i) {
    const TimeLine& line = panel.lines[i];
    const bool capacity = line.role == TimeLine::Role::capacity;
    const SvgElement series = canvas.group("series");
    series.set("data-series", line.id).set("data-variant", std::to_string(line.variant));
    if (capacity) {
      draw_steps(canvas, series, area, chart.days, line.mean, looks[i]);
    } else {
      const int turn = static_cast<int>(i);
      draw_noise_bars(canvas, series, area, chart.days, line.noise_low, line.noise_high, looks[i],
                      turn, count);
      draw_line(canvas, series, area, chart.days, line.mean, looks[i]);
      draw_markers(canvas, series, area, chart.days, line.mean, looks[i], turn, count);
    }
    const std::size_t last = last_number(line.mean);
    if (last < std::min(line.mean.size(), chart.days.size()))
      ends.push_back(
          {line.label, area.x(chart.days[last]), area.y(line.mean[last]), looks[i], capacity});
  }
  draw_end_labels(canvas, canvas.group("labels"), area, ends, label_width);
}

std::vector<KeyEntry> key_of(SvgCanvas& canvas, std::span<const TimePanel> panels) {
  std::vector<KeyEntry> key;
  bool band = false;
  bool noise = false;
  for (const TimePanel& panel : panels)
    for (const TimeLine& line : panel.lines) {
      band |= !line.p10.empty();
      noise |= !line.noise_low.empty();
    }
  if (band) key.push_back(band_key(canvas, line_look(0)));
  if (noise) key.push_back(noise_key(canvas, line_look(0)));
  return key;
}

}  // namespace

std::string svg_of_years(const TimeChart& chart, const DrawingStyle& style) {
  SvgCanvas canvas(chart.head, style);
  const double em = canvas.em();
  std::size_t drawn =
      std::min<std::size_t>(chart.panels.size(), std::max<std::uint32_t>(chart.drawn, 1));
  if (canvas.is_slide() && drawn > most_panels_on_slide) drawn = 1;
  std::vector<TimePanel> panels;
  for (std::size_t i = 0; i < drawn; ++i) add_panels(chart.panels[i], panels);
  const std::vector<KeyEntry> key = key_of(canvas, panels);

  PlotArea area;
  std::vector<std::string> labels;
  double widest = 0;
  for (const TimePanel& panel : panels) {
    for (const std::string& label : labels_of(panel)) labels.push_back(label);
    const NiceTicks ticks = nice_ticks(0, highest_of(panel), canvas.is_slide() ? 3 : 4);
    for (const double value : ticks.values)
      widest = std::max(widest, text_width(ticks.text(value, canvas.language()), em));
  }
  const double label_width =
      end_labels_width(canvas, labels, 0.3 * (canvas.right() - canvas.left()));
  area.left = canvas.left() + widest + 0.5 * em;
  area.right = canvas.right() - label_width;
  const double first = chart.days.empty() ? 0 : chart.days.front();
  const double last = chart.days.empty() ? 0 : chart.days.back();
  area.x = {first, std::max(last, first + 1), area.left, area.right};

  double wanted = 0;
  std::vector<double> heights;
  for (const TimePanel& panel : panels) {
    heights.push_back(std::max(15 * em, end_labels_height(canvas, labels_of(panel), label_width)) +
                      (panel_head + panel_foot) * em);
    wanted += heights.back();
  }
  const double room = canvas.height_for(wanted, key);
  double top = canvas.top();
  for (std::size_t i = 0; i < panels.size(); ++i) {
    const double height = heights[i] * room / wanted;
    area.top = top + panel_head * em;
    area.bottom = top + height - panel_foot * em;
    draw_panel(canvas, chart, panels[i], area, label_width);
    top += height;
  }
  return canvas.finish(canvas.top() + room, key);
}

}  // namespace doorstroom
