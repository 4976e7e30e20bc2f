#pragma once
/// Charts made by hand, small enough to know what their drawings must show.

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "results/charts/chart.hpp"

namespace doorstroom::chart_examples {

inline constexpr double gap = std::numeric_limits<double>::quiet_NaN();

inline ChartHead example_head(const std::string& id) {
  return {id, "Waiting for a place", "Most are placed within half a year.", "youths of every 100",
          "Example, 50 replications, Doorstroom 1.0"};
}

/// Of 100, k + 1 more each week for curve k.
inline CurveChart example_curves(int count, int weeks = 52) {
  CurveChart chart{.head = example_head("waiting"),
                   .x_label = "weeks after asking",
                   .y_label = "placed of every 100",
                   .x = {},
                   .curves = {},
                   .marks = {{6, "6 weeks"}}};
  for (int week = 0; week <= weeks; ++week) chart.x.push_back(week);
  for (int k = 0; k < count; ++k) {
    Curve curve{.id = fmt::format("c{}", k),
                .label = fmt::format("the arrangement with number {}", k),
                .y = {},
                .low = {},
                .high = {}};
    for (const double week : chart.x) {
      const double y = std::min(100.0, (k + 1) * week / 4);
      curve.y.push_back(y);
      curve.low.push_back(std::max(0.0, y - 2));
      curve.high.push_back(y + 2);
    }
    chart.curves.push_back(curve);
  }
  return chart;
}

inline TimeLine example_line(const std::string& id, int variant, const std::vector<double>& days,
                             double level) {
  TimeLine line{
      .id = id, .label = fmt::format("{} in variant {}", id, variant), .variant = variant};
  for (const double day : days) {
    const double y = level + day / 100;
    line.mean.push_back(y);
    line.p10.push_back(0.8 * y);
    line.p90.push_back(1.3 * y);
    line.noise_low.push_back(y - 1);
    line.noise_high.push_back(y + 1);
  }
  return line;
}

/// Two panels, of which two are drawn: absent in the base and two variants; a desk with its places.
inline TimeChart example_years() {
  TimeChart chart{.head = example_head("years"),
                  .y_label = "youths",
                  .start_date = "2026-08-01",
                  .days = {},
                  .panels = {},
                  .drawn = 2,
                  .shades = {{"case manager at work", 365, 1095}}};
  for (int week = 0; week <= 260; ++week) chart.days.push_back(7.0 * week);
  TimePanel absent{.id = "absent", .label = "Absent", .lines = {}};
  for (const int variant : {0, 1, 2}) {
    absent.lines.push_back(example_line("over 4 weeks", variant, chart.days, 100));
    absent.lines.push_back(example_line("over 3 months", variant, chart.days, 98));
  }
  TimePanel desk{.id = "oza", .label = "Arrangement", .lines = {}};
  desk.lines.push_back(example_line("occupied", 0, chart.days, 20));
  TimeLine places{
      .id = "places", .label = "places", .role = TimeLine::Role::capacity, .variant = 0};
  for (const double day : chart.days) places.mean.push_back(day < 700 ? 24 : 30);
  desk.lines.push_back(places);
  chart.panels = {absent, desk};
  return chart;
}

/// Youths come from sources, pass desks and arrangements, and leave; some go back. Every third node
/// has no limit.
inline MapChart example_map(std::size_t nodes, std::size_t variants = 1) {
  MapChart map{.head = example_head("map"),
               .variants = std::vector<std::string>(variants, "variant"),
               .years = {"all years"},
               .nodes = {},
               .flows = {}};
  const std::size_t ends = std::max<std::size_t>(1, nodes / 10);
  for (std::size_t i = 0; i < nodes; ++i) {
    const bool inside = i >= ends && i + ends < nodes;
    const std::string kind = i < ends            ? "source"
                             : i + ends >= nodes ? "exit"
                             : i < nodes * 2 / 5 ? "desk"
                                                 : "arrangement";
    const double load = inside && i % 3 > 0 ? 0.4 + 0.01 * static_cast<double>(i) : gap;
    map.nodes.push_back({.id = fmt::format("n{}", i),
                         .label = fmt::format("the {} that has number {}", kind, i),
                         .kind = kind,
                         .load = std::vector<std::vector<double>>(variants, {load}),
                         .waiting = std::vector<std::vector<double>>(variants, {load * 10})});
  }
  const auto flow = [&](std::size_t from, std::size_t to, double youths) {
    map.flows.push_back({.from = from,
                         .to = to,
                         .path = {},
                         .youths = std::vector<std::vector<double>>(variants, {youths})});
  };
  for (std::size_t i = 0; i + ends < nodes; ++i) {
    const std::size_t step = i < ends ? ends : nodes / 5;
    flow(i, std::min(i + std::max<std::size_t>(step, 1), nodes - 1),
         100.0 + static_cast<double>(i));
    if (i % 4 == 0 && i + 3 < nodes - 1) flow(i, std::max(ends, i + 3), 0.5);
    if (i % 7 == 6 && i > 2 * ends + 2) flow(i, ends + 1, 12);
  }
  return map;
}

inline IntervalChart example_differences(int count) {
  using enum IntervalRow::Tone;
  IntervalChart chart{.head = example_head("difference"),
                      .axis = "difference from today [youth]",
                      .from_zero = false,
                      .marks = {{-5, "smallest difference that counts"}},
                      .rows = {}};
  for (int i = 0; i < count; ++i) {
    const double middle = -20 + i;
    const auto tone = middle < -3 ? better : middle > 3 ? worse : undecided;
    chart.rows.push_back({.label = fmt::format("absent over three months, group {}", i),
                          .group = i < count / 2 ? "During" : "Afterwards",
                          .low = middle - 3,
                          .middle = middle,
                          .high = middle + 3,
                          .text = tone == undecided ? "we cannot tell yet" : "3 to 8 fewer",
                          .tone = tone});
  }
  return chart;
}

}  // namespace doorstroom::chart_examples
