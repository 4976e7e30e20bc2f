#include "results/drawing/svg_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "results/charts/text_width.hpp"
#include "results/drawing/label_column.hpp"

namespace doorstroom {
namespace {

constexpr std::array<const char*, 6> dashes{"", "8 4", "2 3", "10 3 2 3", "5 2", "14 5"};
constexpr double leader_gap = 2;  // between the lines and their labels [em]

std::string stroke_of(const SvgCanvas& canvas, const LineLook& look, double width) {
  const std::string dash = dashes.at(static_cast<std::size_t>(look.dash) % dashes.size());
  return fmt::format("fill:none;stroke:{};stroke-width:{};stroke-linejoin:round{}",
                     canvas.color(look.line_color()), svg_number(width * canvas.em() / 13),
                     dash.empty() ? "" : ";stroke-dasharray:" + dash);
}

void add_path(const SvgElement& in, const char* kind, const SvgPath& path,
              const std::string& style) {
  if (!path.empty()) in.add("path").set("class", kind).set("d", path.text()).set("style", style);
}

/// Where on the axis marks of a line stand: evenly, and not at its ends.
std::vector<std::size_t> places_of_turn(std::size_t count, double turn, int turns) {
  constexpr std::size_t marks = 8;
  std::vector<std::size_t> places;
  for (std::size_t k = 0; k < marks; ++k) {
    const double share = (static_cast<double>(k) + turn / std::max(turns, 1)) / marks;
    const auto at = static_cast<std::size_t>(share * static_cast<double>(count));
    if (at < count && (places.empty() || places.back() != at)) places.push_back(at);
  }
  return places;
}

}  // namespace

std::string LineLook::line_color() const {
  return color == 0 ? "ink-soft" : fmt::format("line-{}", (color - 1) % line_colors + 1);
}

std::string LineLook::band_color() const {
  return fmt::format("band-{}", (color - 1) % line_colors + 1);
}

LineLook line_look(int number) {
  const int kinds = static_cast<int>(dashes.size());  // as many as markers
  return {number % line_colors + 1, (number + number / kinds) % kinds, number % kinds};
}

std::size_t last_number(const std::vector<double>& values) {
  const auto last =
      std::find_if(values.rbegin(), values.rend(), [](double each) { return std::isfinite(each); });
  return last == values.rend() ? values.size() : static_cast<std::size_t>(values.rend() - last) - 1;
}

void draw_value_axis(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
                     const NiceTicks& ticks, const std::string& label) {
  const SvgElement axis = in.add("g").set("class", "value-axis");
  for (const double value : ticks.values) {
    const double y = area.y(value);
    canvas.line(axis, area.left, y, area.right, y, value == 0 ? "ink-soft" : "grid", 1);
    canvas.text(axis, area.left - 0.5 * canvas.em(), y + 0.33 * canvas.em(),
                ticks.text(value, canvas.language()),
                {.anchor = "end", .size = canvas.small(), .color = "ink-soft"});
  }
  canvas.text(axis, canvas.left(), area.top - 0.9 * canvas.em(), label,
              {.size = canvas.small(), .color = "ink-soft"});
}

void draw_line(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
               const std::vector<double>& x, const std::vector<double>& y, const LineLook& look) {
  SvgPath path;
  const std::size_t count = std::min(x.size(), y.size());
  const auto is_number = [&](std::size_t i) { return i < count && std::isfinite(y[i]); };
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_number(i)) continue;
    const bool begins = i == 0 || !is_number(i - 1);
    if (begins && !is_number(i + 1))
      draw_marker(canvas, in, area.x(x[i]), area.y(y[i]), look);
    else if (begins)
      path.move_to(area.x(x[i]), area.y(y[i]));
    else
      path.line_to(area.x(x[i]), area.y(y[i]));
  }
  add_path(in, "line", path, stroke_of(canvas, look, 2.2));
}

void draw_steps(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
                const std::vector<double>& x, const std::vector<double>& y, const LineLook& look) {
  SvgPath path;
  const std::size_t count = std::min(x.size(), y.size());
  double last = 0;
  bool drawing = false;
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_number = std::isfinite(y[i]);
    if (is_number && drawing) {
      path.line_to(area.x(x[i]), area.y(last));
      if (y[i] != last) path.line_to(area.x(x[i]), area.y(y[i]));
    } else if (is_number) {
      path.move_to(area.x(x[i]), area.y(y[i]));
    }
    drawing = is_number;
    if (is_number) last = y[i];
  }
  add_path(in, "capacity", path, stroke_of(canvas, look, 1.2));
}

void draw_band(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
               const std::vector<double>& x, const std::vector<double>& low,
               const std::vector<double>& high, const LineLook& look) {
  const std::size_t count = std::min({x.size(), low.size(), high.size()});
  SvgPath filled;
  SvgPath edges;
  for (std::size_t begin = 0; begin < count;) {
    std::size_t end = begin;
    while (end < count && std::isfinite(low[end]) && std::isfinite(high[end])) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      const double at = area.x(x[i]);
      i == begin ? filled.move_to(at, area.y(high[i])) : filled.line_to(at, area.y(high[i]));
      i == begin ? edges.move_to(at, area.y(high[i])) : edges.line_to(at, area.y(high[i]));
    }
    for (std::size_t i = end; i-- > begin;) {
      filled.line_to(area.x(x[i]), area.y(low[i]));
      i + 1 == end ? edges.move_to(area.x(x[i]), area.y(low[i]))
                   : edges.line_to(area.x(x[i]), area.y(low[i]));
    }
    if (end > begin) filled.close();
    begin = std::max(end, begin + 1);
  }
  add_path(in, "band", filled,
           "stroke:none;fill:" + canvas.hatch(look.dash, look.band_color(), 0.13));
  add_path(in, "band-edge", edges,
           fmt::format("fill:none;stroke:{};stroke-width:{}", canvas.color(look.line_color()),
                       svg_number(0.6 * canvas.em() / 13)));
}

void draw_noise_bar(SvgCanvas& canvas, const SvgElement& in, double x, double low, double high,
                    const LineLook& look) {
  const double cap = 0.25 * canvas.em();
  SvgPath bar;
  bar.move_to(x, low).line_to(x, high);
  bar.move_to(x - cap, low).line_to(x + cap, low);
  bar.move_to(x - cap, high).line_to(x + cap, high);
  add_path(in, "noise", bar,
           fmt::format("fill:none;stroke:{};stroke-width:{}", canvas.color(look.line_color()),
                       svg_number(1.4 * canvas.em() / 13)));
}

void draw_noise_bars(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
                     const std::vector<double>& x, const std::vector<double>& low,
                     const std::vector<double>& high, const LineLook& look, int turn, int turns) {
  const std::size_t count = std::min({x.size(), low.size(), high.size()});
  for (const std::size_t i : places_of_turn(count, turn + 0.25, turns))
    if (std::isfinite(low[i]) && std::isfinite(high[i]))
      draw_noise_bar(canvas, in, area.x(x[i]), area.y(low[i]), area.y(high[i]), look);
}

void draw_markers(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
                  const std::vector<double>& x, const std::vector<double>& y, const LineLook& look,
                  int turn, int turns) {
  for (const std::size_t i : places_of_turn(std::min(x.size(), y.size()), turn + 0.75, turns))
    if (std::isfinite(y[i])) draw_marker(canvas, in, area.x(x[i]), area.y(y[i]), look);
}

void draw_marker(SvgCanvas& canvas, const SvgElement& in, double x, double y,
                 const LineLook& look) {
  const double r = 0.28 * canvas.em();
  const std::string color = canvas.color(look.line_color());
  const std::string filled =
      fmt::format("fill:{};stroke:{};stroke-width:1", color, canvas.color("paper"));
  const std::string n = svg_number(r);
  const std::string d = svg_number(1.2 * r);
  std::string path;
  switch (look.marker % 6) {
    case 0:
      in.add("circle")
          .set("class", "marker")
          .set("cx", x)
          .set("cy", y)
          .set("r", r)
          .set("style", filled);
      return;
    case 1:
      path = fmt::format("m-{0},-{0}h{1}v{1}h-{1}z", n, svg_number(2 * r));
      break;
    case 2:
      path = fmt::format("m0,-{0}l{0},{1}h-{1}z", d, svg_number(2.4 * r));
      break;
    case 3:
      path = fmt::format("m0,-{0}l{0},{0}l-{0},{0}l-{0},-{0}z", svg_number(1.35 * r));
      break;
    case 4:
      path = fmt::format("m-{0},-{0}l{1},{1}m0,-{1}l-{1},{1}", n, svg_number(2 * r));
      break;
    default:
      path = fmt::format("m0,-{0}v{1}m-{0},-{0}h{1}", d, svg_number(2.4 * r));
      break;
  }
  const bool open = look.marker % 6 >= 4;
  in.add("path")
      .set("class", "marker")
      .set("d", fmt::format("M{},{}{}", svg_number(x), svg_number(y), path))
      .set("style", open ? fmt::format("fill:none;stroke:{};stroke-width:{}", color,
                                       svg_number(1.8 * canvas.em() / 13))
                         : filled);
}

double end_labels_width(const SvgCanvas& canvas, const std::vector<std::string>& labels,
                        double most) {
  double widest = 0;
  for (const std::string& label : labels)
    widest = std::max(
        widest, wrapped(label, most - leader_gap * canvas.em(), canvas.em(), 3).width(canvas.em()));
  return std::min(most, widest + (leader_gap + 0.3) * canvas.em());
}

double end_labels_height(const SvgCanvas& canvas, const std::vector<std::string>& labels,
                         double width) {
  double lines = 0;
  for (const std::string& label : labels)
    lines += static_cast<double>(
                 wrapped(label, width - leader_gap * canvas.em(), canvas.em(), 3).lines.size()) +
             0.2;
  return lines * 1.15 * canvas.em();
}

void draw_end_labels(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
                     const std::vector<EndLabel>& labels, double width) {
  const double em = canvas.em();
  const double line = 1.15 * em;
  std::vector<ColumnLabel> column;
  std::vector<WrappedText> texts;
  for (const EndLabel& label : labels) {
    texts.push_back(wrapped(label.text, width - leader_gap * em, em, 3));
    column.push_back({label.y, (static_cast<double>(texts.back().lines.size()) + 0.2) * line});
  }
  const std::vector<double> middles = spread_labels(column, area.top - em, area.bottom + 0.6 * em);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const EndLabel& label = labels[i];
    SvgPath leader;
    const double to = area.right + (leader_gap - (label.thin ? 0.3 : 0.6)) * em;
    leader.move_to(label.x, label.y)
        .line_to(std::max(label.x, area.right + 0.2 * em), label.y)
        .line_to(to, middles[i]);
    add_path(in, "leader", leader, stroke_of(canvas, label.look, label.thin ? 0.8 : 1.2));
    if (!label.thin) draw_marker(canvas, in, to, middles[i], label.look);
    const SvgElement group = in.add("g");
    group.set("class", "label");
    if (texts[i].cut) group.add("title").text(label.text);
    double baseline =
        middles[i] - static_cast<double>(texts[i].lines.size()) * line / 2 + 0.85 * em;
    for (const std::string& each : texts[i].lines) {
      canvas.text(group, area.right + leader_gap * em, baseline, each,
                  {.color = label.thin ? "ink-soft" : "ink"});
      baseline += line;
    }
  }
}

KeyEntry band_key(SvgCanvas& canvas, const LineLook& look) {
  return {[&canvas, look](const SvgElement& in, double left, double middle) {
            PlotArea area;
            const double half = 0.45 * canvas.em();
            const double right = left + canvas.key_swatch_width();
            area.x = {0, 1, left, right};
            area.y = {0, 1, middle + half, middle - half};
            draw_band(canvas, in, area, {0, 1}, {0, 0}, {1, 1}, look);
          },
          canvas.words(message("8 in 10 possible futures lie in the band"))};
}

KeyEntry noise_key(SvgCanvas& canvas, const LineLook& look) {
  return {[&canvas, look](const SvgElement& in, double left, double middle) {
            const double half = 0.45 * canvas.em();
            draw_noise_bar(canvas, in, left + canvas.key_swatch_width() / 2, middle - half,
                           middle + half, look);
          },
          canvas.words(message("noise of simulating (95%)"))};
}

}  // namespace doorstroom
