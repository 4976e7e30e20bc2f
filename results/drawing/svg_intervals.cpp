#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "results/charts/text_width.hpp"
#include "results/drawing/svg_drawing.hpp"
#include "results/drawing/svg_lines.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t most_rows = 40;
constexpr std::size_t most_lines_of_a_verdict = 6;  // half of one misleads
constexpr std::size_t most_rows_with_one_axis = 12;
constexpr double row_gap = 0.55;  // between rows [em]
constexpr double group_gap = 0.8;
constexpr double axis_height = 1.9;
constexpr double mark_line = 1.25;

/// A row as it is laid out.
struct LaidRow {
  const IntervalRow* row = nullptr;
  std::string heading;  ///< above it; empty: none
  WrappedText label;
  WrappedText text;

  double lines() const {
    return static_cast<double>(std::max<std::size_t>({label.lines.size(), text.lines.size(), 1}));
  }
  double height(double em) const {
    return (lines() * 1.2 + row_gap + (heading.empty() ? 0 : 1.3 + group_gap)) * em;
  }
};

/// The middle of every row lies within the axis, and so do all bounds but those that would press
/// the others together: these end in an arrow.
struct IntervalReach {
  double low = 0;
  double high = 0;
};

IntervalReach reach_of(const IntervalChart& chart) {
  std::vector<double> extents;
  IntervalReach all;
  IntervalReach middles;
  const auto take = [](IntervalReach& reach, double value) {
    if (!std::isfinite(value)) return;
    reach.low = std::min(reach.low, value);
    reach.high = std::max(reach.high, value);
  };
  for (const IntervalRow& row : chart.rows) {
    double extent = 0;
    for (const double each : {row.low, row.middle, row.high}) {
      take(all, each);
      if (std::isfinite(each)) extent = std::max(extent, std::abs(each));
    }
    take(middles, row.middle);
    extents.push_back(extent);
  }
  for (const ChartMark& mark : chart.marks) {
    take(all, mark.at);
    take(middles, mark.at);
  }
  if (extents.size() < 2) return all;
  constexpr double beyond = 3;
  std::ranges::sort(extents);
  const double usual = beyond * extents[(extents.size() - 1) / 2];
  if (!(usual > 0)) return all;
  return {std::max(all.low, std::min(1.1 * middles.low, -usual)),
          std::min(all.high, std::max(1.1 * middles.high, usual))};
}

const char* color_of(IntervalRow::Tone tone) {
  switch (tone) {
    case IntervalRow::Tone::better:
      return "good";
    case IntervalRow::Tone::worse:
      return "bad";
    case IntervalRow::Tone::undecided:
      return "undecided";
    case IntervalRow::Tone::neutral:
      break;
  }
  return "line-1";
}

/// Better is a filled circle, worse a filled square, undecided an open circle, neutral a diamond.
void draw_verdict(SvgCanvas& canvas, const SvgElement& in, double x, double y,
                  IntervalRow::Tone tone) {
  const double r = 0.38 * canvas.em();
  const std::string color = canvas.color(color_of(tone));
  const std::string filled = "fill:" + color + ";stroke:" + canvas.color("paper");
  if (tone == IntervalRow::Tone::worse) {
    in.add("rect")
        .set("class", "marker")
        .set("x", x - r)
        .set("y", y - r)
        .set("width", 2 * r)
        .set("height", 2 * r)
        .set("style", filled);
  } else if (tone == IntervalRow::Tone::neutral) {
    const std::string d = svg_number(1.2 * r);
    in.add("path")
        .set("class", "marker")
        .set("d", fmt::format("M{},{}m0,-{}l{},{}l-{},{}l-{},-{}z", svg_number(x), svg_number(y), d,
                              d, d, d, d, d, d))
        .set("style", filled);
  } else {
    const bool open = tone == IntervalRow::Tone::undecided;
    in.add("circle")
        .set("class", "marker")
        .set("cx", x)
        .set("cy", y)
        .set("r", r)
        .set("style", open ? fmt::format("fill:{};stroke:{};stroke-width:{}", canvas.color("paper"),
                                         color, svg_number(1.8 * canvas.em() / 13))
                           : filled);
  }
}

/// @param pointing  -1 to the left, 1 to the right
void draw_arrow(SvgCanvas& canvas, const SvgElement& in, double x, double y, int pointing,
                const std::string& color_name) {
  const double half = 0.32 * canvas.em();
  SvgPath arrow;
  arrow.move_to(x, y).line_to(x - pointing * 1.6 * half, y - half);
  arrow.line_to(x - pointing * 1.6 * half, y + half).close();
  in.add("path")
      .set("class", "beyond")
      .set("d", arrow.text())
      .set("style", "fill:" + canvas.color(color_name));
}

void draw_interval(SvgCanvas& canvas, const SvgElement& in, const LinearScale& x, double y,
                   const IntervalRow& row) {
  const std::string color = color_of(row.tone);
  if (std::isfinite(row.low) && std::isfinite(row.high)) {
    const double low = std::max(row.low, x.from);
    const double high = std::min(row.high, x.to);
    if (high >= low)
      canvas.line(in, x(low), y, x(high), y, color, 2.2,
                  row.tone == IntervalRow::Tone::undecided ? "5 3" : "");
    const double cap = 0.3 * canvas.em();
    if (row.low >= x.from)
      canvas.line(in, x(low), y - cap, x(low), y + cap, color, 2);
    else
      draw_arrow(canvas, in, x.begin, y, -1, color);
    if (row.high <= x.to)
      canvas.line(in, x(high), y - cap, x(high), y + cap, color, 2);
    else
      draw_arrow(canvas, in, x.end, y, 1, color);
  }
  if (std::isfinite(row.middle)) draw_verdict(canvas, in, x(row.middle), y, row.tone);
}

std::vector<KeyEntry> key_of(SvgCanvas& canvas, const IntervalChart& chart) {
  using enum IntervalRow::Tone;
  std::vector<KeyEntry> key;
  const auto add = [&](IntervalRow::Tone tone, const LocalizedText& text) {
    const auto has = [tone](const IntervalRow& row) { return row.tone == tone; };
    if (!std::ranges::any_of(chart.rows, has)) return;
    key.push_back(
        {[&canvas, tone](const SvgElement& in, double left, double middle) {
           const double right = left + canvas.key_swatch_width();
           draw_interval(canvas, in, {0, 1, left, right}, middle, {"", "", 0, 0.5, 1, "", tone});
         },
         canvas.words(text)});
  };
  add(better, message_in("verdict", "better"));
  add(worse, message_in("verdict", "worse"));
  add(undecided, message("we cannot tell yet"));
  return key;
}

/// Labels of marks above the axis, as many rows as they need. A label stands outside its mark, seen
/// from zero, so that it is plain which line it belongs to.
double draw_mark_labels(SvgCanvas& canvas, const SvgElement* in, const LinearScale& x, double top,
                        const std::vector<ChartMark>& marks) {
  const double size = canvas.small() * canvas.em();
  std::vector<double> ends;  // of the last label of each row
  std::vector<ChartMark> sorted = marks;
  std::ranges::stable_sort(sorted, {}, &ChartMark::at);
  for (const ChartMark& mark : sorted) {
    const double wide = text_width(mark.label, size);
    const double shift = mark.at < 0 ? 1 : mark.at > 0 ? 0 : 0.5;
    const double left = std::clamp(x(mark.at) - shift * wide, canvas.left(), canvas.right() - wide);
    std::size_t row = 0;
    while (row < ends.size() && ends[row] + 0.4 * canvas.em() > left) ++row;
    if (row == ends.size()) ends.push_back(0);
    ends[row] = left + wide;
    if (in != nullptr)
      canvas.text(*in, left, top + (static_cast<double>(row) * mark_line + 1) * canvas.em(),
                  mark.label, {.size = canvas.small(), .color = "ink-soft"});
  }
  return static_cast<double>(ends.size()) * mark_line * canvas.em();
}

void draw_ticks(SvgCanvas& canvas, const SvgElement& in, const LinearScale& x,
                const NiceTicks& ticks, double baseline) {
  const SvgElement axis = in.add("g").set("class", "x-axis");
  for (const double value : ticks.values)
    if (value >= x.from && value <= x.to)
      canvas.text(axis, x(value), baseline, ticks.text(value, canvas.language()),
                  {.anchor = "middle", .size = canvas.small(), .color = "ink-soft"});
}

}  // namespace

std::string svg_of_intervals(const IntervalChart& chart, const DrawingStyle& style) {
  return svg_of_intervals(chart, chart, style);
}

std::string svg_of_intervals(const IntervalChart& chart, const IntervalChart& whole,
                             const DrawingStyle& style) {
  SvgCanvas canvas(chart.head, style);
  const double em = canvas.em();
  const double room = canvas.right() - canvas.left();
  const std::vector<KeyEntry> key = key_of(canvas, chart);

  std::vector<LaidRow> rows;
  double label_width = 0;
  double text_column = 0;
  const std::string* group = nullptr;
  for (const IntervalRow& row : chart.rows) {
    if (rows.size() == most_rows) break;
    LaidRow laid{&row,
                 {},
                 wrapped(row.label, 0.3 * room, em, 3),
                 wrapped(row.text, 0.27 * room, em, most_lines_of_a_verdict)};
    if (!row.group.empty() && (group == nullptr || *group != row.group)) laid.heading = row.group;
    group = &row.group;
    rows.push_back(laid);
  }
  for (const IntervalRow& row : whole.rows) {
    label_width = std::max(label_width, wrapped(row.label, 0.3 * room, em, 3).width(em));
    text_column = std::max(text_column,
                           wrapped(row.text, 0.27 * room, em, most_lines_of_a_verdict).width(em));
  }

  const IntervalReach reach = reach_of(whole);
  const NiceTicks ticks = nice_ticks(chart.from_zero ? 0 : reach.low, reach.high, 5);
  const LinearScale x{ticks.first(), ticks.last(), canvas.left() + label_width + 1.5 * em,
                      canvas.right() - text_column - 1.5 * em};
  const double marks_height = draw_mark_labels(canvas, nullptr, x, 0, chart.marks);
  const double top_axis = chart.rows.size() > most_rows_with_one_axis ? axis_height : 0.4;
  const double around = marks_height + (top_axis + axis_height + 1.5) * em;
  double wanted = around;
  for (const LaidRow& row : rows) wanted += row.height(em);
  const double available = canvas.height_for(wanted, key);
  while (rows.size() > 1 && wanted > available) {
    wanted -= rows.back().height(em);
    if (wanted + 1.5 * em <= available || rows.size() == 2) {
      rows.pop_back();
      break;
    }
    rows.pop_back();
  }

  const SvgElement axes = canvas.group("axes");
  const double marks_top = canvas.top();
  const double top = marks_top + marks_height + top_axis * em;
  double rows_height = 0;
  for (const LaidRow& row : rows) rows_height += row.height(em);
  const double bottom = top + rows_height;
  if (top_axis >= axis_height) draw_ticks(canvas, axes, x, ticks, top - 0.5 * em);
  draw_ticks(canvas, axes, x, ticks, bottom + 1.2 * em);
  for (const double value : ticks.values)
    canvas.line(axes, x(value), top, x(value), bottom, value == 0 ? "ink" : "grid",
                value == 0 ? 1.4 : 1);
  canvas.text(axes, (x.begin + x.end) / 2, bottom + 2.5 * em, chart.axis,
              {.anchor = "middle", .size = canvas.small(), .color = "ink-soft"});

  const SvgElement marks = canvas.group("marks");
  draw_mark_labels(canvas, &marks, x, marks_top, chart.marks);
  for (const ChartMark& mark : chart.marks)
    if (mark.at >= x.from && mark.at <= x.to && mark.at != 0)
      canvas.line(marks, x(mark.at), top - 0.2 * em, x(mark.at), bottom, "ink-soft", 1.2, "4 3");

  double y = top;
  for (const LaidRow& laid : rows) {
    const SvgElement in = canvas.group("row");
    if (!laid.heading.empty()) {
      y += group_gap * em;
      canvas.text(in, canvas.left(), y + em, laid.heading, {.bold = true});
      y += 1.3 * em;
    }
    if (laid.label.cut || laid.text.cut)
      in.add("title").text(laid.row->label + ": " + laid.row->text);
    const double height = (laid.lines() * 1.2 + row_gap) * em;
    const double middle = y + height / 2;
    const auto column = [&](const WrappedText& text, double at) {
      double baseline = middle - static_cast<double>(text.lines.size()) * 0.6 * em + 0.93 * em;
      for (const std::string& each : text.lines) {
        canvas.text(in, at, baseline, each);
        baseline += 1.2 * em;
      }
    };
    column(laid.label, canvas.left());
    draw_interval(canvas, in, x, middle, *laid.row);
    column(laid.text, canvas.right() - text_column);
    y += height;
  }
  const std::size_t left_out = chart.rows.size() - rows.size();
  double end = bottom + (axis_height + 1.1) * em;
  if (left_out > 0) {
    end += 1.5 * em;
    canvas.text(axes, canvas.left(), end - 0.4 * em,
                canvas.words(message_plural("{0} more row is in the table",
                                            "{0} more rows are in the table", left_out)),
                {.color = "ink-soft"});
  }
  return canvas.finish(canvas.is_slide() ? canvas.top() + available : end, key);
}

}  // namespace doorstroom
