#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "results/charts/map_box.hpp"
#include "results/charts/map_part.hpp"
#include "results/drawing/axis.hpp"
#include "results/drawing/svg_drawing.hpp"
#include "results/drawing/svg_flow.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

constexpr double thinnest = 0.8;  // of a flow [px]
constexpr double widest = 11;

/// A class of load; classes differ by colour, by hatch and by how dark they are.
struct LoadClass {
  double below = 0;
  const char* color = "";
  int hatch = 0;
  double tint = 0;
  const char* range = "";
};
constexpr std::array<LoadClass, 5> load_classes{
    LoadClass{0.5, "load-1", 0, 0.25, "< 50%"}, LoadClass{0.7, "load-2", 1, 0.3, "50 - 70%"},
    LoadClass{0.85, "load-3", 2, 0.4, "70 - 85%"}, LoadClass{0.95, "load-4", 4, 0.5, "85 - 95%"},
    LoadClass{INFINITY, "load-5", 0, 1, ">= 95%"}};

const LoadClass& class_of(double load) {
  return *std::ranges::find_if(load_classes,
                               [load](const LoadClass& each) { return load < each.below; });
}

/// Of the base, over all years; NaN where there is nothing.
double first_of(const std::vector<std::vector<double>>& by_variant) {
  return by_variant.empty() || by_variant[0].empty() ? NAN : by_variant[0][0];
}

double largest_flow(const MapChart& map) {
  double largest = 0;
  for (const MapFlow& flow : map.flows) {
    const double youths = first_of(flow.youths);
    if (std::isfinite(youths)) largest = std::max(largest, youths);
  }
  return largest;
}

double flow_width(double youths, double largest) {
  return std::isfinite(youths) && largest > 0 ? std::max(thinnest, widest * youths / largest)
                                              : thinnest;
}

std::string number_words(const SvgCanvas& canvas, double value) {
  return canvas.words(grouped(value, value < 10 && value >= 0.05 ? 1 : 0));
}

std::string load_words(const SvgCanvas& canvas, double load) {
  return canvas.words(grouped(100 * load, 0)) + "%";
}

/// "92%, 52 wait"
std::string numbers_of(const SvgCanvas& canvas, const MapNode& node) {
  const double load = first_of(node.load);
  const double waiting = first_of(node.waiting);
  std::string words;
  if (std::isfinite(load)) words = load_words(canvas, load);
  const bool without_list = !std::isfinite(load) && number_words(canvas, waiting) == "0";
  if (std::isfinite(waiting) && !without_list)
    words += (words.empty() ? "" : ", ") +
             canvas.words(message_in("on the map", "{0} wait", number_words(canvas, waiting)));
  return words;
}

void draw_gauge(SvgCanvas& canvas, const SvgElement& in, double x, double y, double width,
                double height, double load) {
  const LoadClass& level = class_of(load);
  const auto bar = [&](const char* kind, double wide, const std::string& style) {
    in.add("rect")
        .set("class", kind)
        .set("x", x)
        .set("y", y)
        .set("width", wide)
        .set("height", height)
        .set("style", style);
  };
  bar("load", width * std::clamp(load, 0.0, 1.0),
      "stroke:none;fill:" + canvas.hatch(level.hatch, level.color, level.tint));
  bar("gauge", width, fmt::format("fill:none;stroke:{};stroke-width:1", canvas.color(level.color)));
}

/// Sources and exits are round, a desk has a thick edge where youths come in, a choice is dashed.
void draw_frame(SvgCanvas& canvas, const SvgElement& in, const std::string& kind, double left,
                double top, double width, double height, bool overfull) {
  const bool at_an_end = kind == "source" || kind == "exit";
  in.add("rect")
      .set("class", "box")
      .set("x", left)
      .set("y", top)
      .set("width", width)
      .set("height", height)
      .set("rx", at_an_end ? std::min(12.0, height / 2) : 1.5)
      .set("style", fmt::format("fill:{};stroke:{};stroke-width:{}{}", canvas.color("paper"),
                                canvas.color(overfull ? "load-5" : "ink-soft"), overfull ? 2.4 : 1,
                                kind == "choice" ? ";stroke-dasharray:4 3" : ""));
  if (kind == "desk")
    in.add("rect")
        .set("x", left)
        .set("y", top)
        .set("width", 4)
        .set("height", height)
        .set("style", "fill:" + canvas.color(overfull ? "load-5" : "ink-soft"));
}

/// Text at the size of the map, which the sheet may show larger or smaller.
void map_text(const SvgCanvas& canvas, const SvgElement& in, double x, double baseline,
              const std::string& content, double size, bool bold) {
  canvas.text(in, x, baseline, content,
              {.anchor = "middle", .size = size / canvas.em(), .bold = bold});
}

void draw_node(SvgCanvas& canvas, const SvgElement& in, const MapNode& node) {
  const MapBox box = map_box(node);
  const double load = first_of(node.load);
  const SvgElement group = in.add("g");
  group.set("class", "node").set("data-node", node.id);
  const std::string numbers = numbers_of(canvas, node);
  group.add("title").text(numbers.empty() ? node.label : node.label + ": " + numbers);
  const double left = node.x - node.width / 2;
  const double top = node.y - node.height / 2;
  draw_frame(canvas, group, node.kind, left, top, node.width, node.height,
             load >= load_classes[3].below);
  double y = top + 0.7 * map_box_margin;
  for (const std::string& each : box.label.lines) {
    map_text(canvas, group, node.x, y + 0.8 * map_line, each, map_font_size, true);
    y += map_line;
  }
  if (box.gauge) {
    y += map_gauge_gap;
    if (std::isfinite(load))
      draw_gauge(canvas, group, left + map_box_margin, y, node.width - 2 * map_box_margin,
                 map_gauge_height, load);
    y += map_gauge_height;
  }
  if (box.numbers)
    map_text(canvas, group, node.x, y + 0.9 * map_line, numbers, map_font_size, false);
}

std::vector<KeyEntry> key_of(SvgCanvas& canvas, const MapChart& map) {
  std::vector<KeyEntry> key;
  const double em = canvas.em();
  const auto box_entry = [&](const char* kind, const LocalizedText& words) {
    if (!std::ranges::any_of(map.nodes, [&](const MapNode& n) { return n.kind == kind; })) return;
    key.push_back({[&canvas, kind, em](const SvgElement& in, double left, double middle) {
                     draw_frame(canvas, in, kind, left, middle - 0.5 * em,
                                canvas.key_swatch_width(), em, false);
                   },
                   canvas.words(words)});
  };
  if (!canvas.is_slide()) {
    box_entry("desk", message_in("on the map", "desk"));
    box_entry("arrangement", message_in("on the map", "arrangement"));
  }
  if (std::ranges::any_of(map.nodes, [](const MapNode& n) { return map_box(n).gauge; })) {
    double below = 0;
    for (const LoadClass& level : load_classes) {
      const double load = (below + std::min(level.below, 1.0)) / 2;
      below = level.below;
      key.push_back({[&canvas, load, em](const SvgElement& in, double left, double middle) {
                       draw_gauge(canvas, in, left, middle - 0.35 * em, canvas.key_swatch_width(),
                                  0.7 * em, load);
                     },
                     key.empty() || load > 0.5
                         ? std::string(level.range)
                         : canvas.words(message("{0} of the places or hours in use",
                                                std::string(level.range)))});
    }
  }
  const double largest = largest_flow(map);
  if (largest > 0) {
    const double round = nice_ticks(0, largest, 1).values[1];
    const double shown = round > largest ? round / 2 : round;
    std::vector<double> widths{shown};
    if (!canvas.is_slide()) widths.push_back(shown / 10);
    for (const double youths : widths)
      key.push_back(
          {[&canvas, youths, largest](const SvgElement& in, double left, double middle) {
             const double right = left + canvas.key_swatch_width();
             const double third = canvas.key_swatch_width() / 3;
             draw_flow(canvas, in,
                       {left, middle, left + third, middle, right - third, middle, right, middle},
                       flow_width(youths, largest), false, "");
           },
           canvas.words(message("{0} youths a year", number_words(canvas, youths)))});
    if (canvas.is_slide()) return key;
    key.push_back({[&canvas](const SvgElement& in, double left, double middle) {
                     const double right = left + canvas.key_swatch_width();
                     draw_flow(canvas, in,
                               {right, middle, right - 4, middle, left + 4, middle, left, middle},
                               1.5, true, "");
                   },
                   canvas.words(message("back to an earlier place"))});
  }
  return key;
}

/// The widest first, so that thin ones lie on top.
void draw_flows(SvgCanvas& canvas, const SvgElement& in, const MapChart& map) {
  const double largest = largest_flow(map);
  std::vector<const MapFlow*> flows;
  for (const MapFlow& flow : map.flows) flows.push_back(&flow);
  std::ranges::stable_sort(flows, std::ranges::greater{}, [](const MapFlow* flow) {
    const double youths = first_of(flow->youths);
    return std::isfinite(youths) ? youths : 0;
  });
  for (const MapFlow* flow : flows) {
    const MapNode& from = map.nodes.at(flow->from);
    const MapNode& to = map.nodes.at(flow->to);
    const double youths = first_of(flow->youths);
    const std::string words =
        std::isfinite(youths)
            ? canvas.words(message("from {0} to {1}: {2} youths a year", from.label, to.label,
                                   number_words(canvas, youths)))
            : "";
    draw_flow(canvas, in, flow->path, flow_width(youths, largest), to.x <= from.x, words);
  }
}

}  // namespace

std::string svg_of_map(const MapChart& whole, const DrawingStyle& style) {
  SvgCanvas canvas(whole.head, style, whole.width);
  const std::vector<KeyEntry> key = key_of(canvas, whole);
  const double room = canvas.right() - canvas.left();
  const double scale = canvas.em() / map_font_size;
  const double note_height = canvas.is_slide() ? 1.4 * canvas.em() : 0;
  const double height = canvas.height_for(whole.height, key);
  const MapChart map = canvas.is_slide()
                           ? main_ways_within(whole, room / scale, (height - note_height) / scale)
                           : whole;
  const SvgElement sheet = canvas.group("map");
  sheet.set("transform", fmt::format("translate({},{}) scale({})",
                                     svg_number(canvas.left() + (room - scale * map.width) / 2),
                                     svg_number(canvas.top()), svg_number(scale)));
  draw_flows(canvas, sheet, map);
  for (const MapNode& node : map.nodes) draw_node(canvas, sheet, node);
  if (map.nodes.size() < whole.nodes.size())
    canvas.text(canvas.group("note"), canvas.left(), canvas.top() + height - 0.3 * canvas.em(),
                canvas.words(message("{0} of {1} places: the ways that most youths go",
                                     map.nodes.size(), whole.nodes.size())),
                {.color = "ink-soft"});
  return canvas.finish(canvas.top() + height, key);
}

}  // namespace doorstroom
