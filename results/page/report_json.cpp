#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "results/experiment/json_number.hpp"
#include "results/page/report_page.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

/// With six digits, which no picture and no table shows; null when it is no number.
OrderedJson number(double value) {
  if (!std::isfinite(value)) return {};
  const double rounded = std::stod(fmt::format("{:.6g}", value));
  constexpr double exact = 1e15;  // whole numbers up to here are written without ".0"
  if (rounded == std::floor(rounded) && std::abs(rounded) < exact)
    return static_cast<std::int64_t>(rounded);
  return rounded;
}

OrderedJson numbers(const std::vector<double>& values) {
  OrderedJson list = OrderedJson::array();
  for (const double value : values) list.push_back(number(value));
  return list;
}

/// With three digits, as far as a line over time can be seen: there are many such numbers.
OrderedJson line_numbers(const std::vector<double>& values) {
  OrderedJson list = OrderedJson::array();
  for (const double value : values) {
    const double unit = std::abs(value) < 10 ? 100 : std::abs(value) < 100 ? 10 : 1;
    list.push_back(number(std::round(value * unit) / unit));
  }
  return list;
}

template <class Each, class ToJson>
OrderedJson list_of(const std::vector<Each>& all, ToJson to_json) {
  OrderedJson list = OrderedJson::array();
  for (const Each& each : all) list.push_back(to_json(each));
  return list;
}

OrderedJson mark_json(const ChartMark& mark) {
  return {{"at", number(mark.at)}, {"label", mark.label}};
}

OrderedJson head_json(const char* kind, const ChartHead& head) {
  return {{"kind", kind},        {"id", head.id},
          {"title", head.title}, {"summary", head.summary},
          {"unit", head.unit},   {"source", head.source}};
}

OrderedJson chart_json(const CurveChart& chart) {
  OrderedJson json = head_json("curves", chart.head);
  json["x_label"] = chart.x_label;
  json["y_label"] = chart.y_label;
  json["x"] = numbers(chart.x);
  json["curves"] = list_of(chart.curves, [](const Curve& curve) -> OrderedJson {
    return {{"id", curve.id},
            {"label", curve.label},
            {"y", numbers(curve.y)},
            {"low", numbers(curve.low)},
            {"high", numbers(curve.high)}};
  });
  json["marks"] = list_of(chart.marks, mark_json);
  return json;
}

OrderedJson line_json(const TimeLine& line) {
  return {{"id", line.id},
          {"label", line.label},
          {"role", line.role == TimeLine::Role::capacity ? "capacity" : "outcome"},
          {"variant", line.variant},
          {"mean", line_numbers(line.mean)},
          {"p10", line_numbers(line.p10)},
          {"p90", line_numbers(line.p90)},
          {"noise_low", line_numbers(line.noise_low)},
          {"noise_high", line_numbers(line.noise_high)},
          {"one_future", numbers(line.one_future)}};
}

OrderedJson chart_json(const TimeChart& chart) {
  OrderedJson json = head_json("time", chart.head);
  json["y_label"] = chart.y_label;
  json["start_date"] = chart.start_date;
  json["days"] = numbers(chart.days);
  json["panels"] = list_of(chart.panels, [](const TimePanel& panel) -> OrderedJson {
    return {{"id", panel.id}, {"label", panel.label}, {"lines", list_of(panel.lines, line_json)}};
  });
  json["drawn"] = chart.drawn;
  json["shades"] = list_of(chart.shades, [](const TimeShade& shade) -> OrderedJson {
    return {{"label", shade.label}, {"from_day", shade.from_day}, {"to_day", shade.to_day}};
  });
  return json;
}

OrderedJson chart_json(const MapChart& chart) {
  OrderedJson json = head_json("map", chart.head);
  json["width"] = number(chart.width);
  json["height"] = number(chart.height);
  json["variants"] = chart.variants;
  json["years"] = chart.years;
  json["nodes"] = list_of(chart.nodes, [](const MapNode& node) -> OrderedJson {
    return {{"id", node.id},
            {"label", node.label},
            {"kind", node.kind},
            {"x", number(node.x)},
            {"y", number(node.y)},
            {"width", number(node.width)},
            {"height", number(node.height)},
            {"load", list_of(node.load, numbers)},
            {"waiting", list_of(node.waiting, numbers)}};
  });
  json["flows"] = list_of(chart.flows, [](const MapFlow& flow) -> OrderedJson {
    return {{"from", flow.from},
            {"to", flow.to},
            {"path", numbers(flow.path)},
            {"youths", list_of(flow.youths, numbers)}};
  });
  return json;
}

const char* name_of(IntervalRow::Tone tone) {
  switch (tone) {
    case IntervalRow::Tone::neutral:
      return "neutral";
    case IntervalRow::Tone::better:
      return "better";
    case IntervalRow::Tone::worse:
      return "worse";
    case IntervalRow::Tone::undecided:
      return "undecided";
  }
  return "neutral";
}

OrderedJson chart_json(const IntervalChart& chart) {
  OrderedJson json = head_json("intervals", chart.head);
  json["axis"] = chart.axis;
  json["from_zero"] = chart.from_zero;
  json["marks"] = list_of(chart.marks, mark_json);
  json["rows"] = list_of(chart.rows, [](const IntervalRow& row) -> OrderedJson {
    return {{"label", row.label},           {"group", row.group},       {"low", number(row.low)},
            {"middle", number(row.middle)}, {"high", number(row.high)}, {"text", row.text},
            {"tone", name_of(row.tone)}};
  });
  return json;
}

OrderedJson table_json(const ReportTable& table) {
  return {
      {"id", table.id},
      {"caption", table.caption},
      {"corner", table.corner},
      {"columns",
       list_of(
           table.columns,
           [](const ReportColumn& column) -> OrderedJson {
             return {{"label", column.label}, {"units", column.units}, {"numeric", column.numeric}};
           })},
      {"rows", list_of(table.rows,
                       [](const ReportRow& row) -> OrderedJson {
                         OrderedJson cells = OrderedJson::array();
                         for (const ReportCell& cell : row.cells) {
                           cells.push_back({{"text", cell.text}});
                           if (cell.value) cells.back()["value"] = number(*cell.value);
                         }
                         return {{"header", row.header}, {"cells", std::move(cells)}};
                       })},
      {"note", table.note},
      {"folded", table.folded}};
}

OrderedJson block_json(const ReportText& block) {
  OrderedJson json{{"kind", "text"}, {"text", block.text}, {"role", name_of(block.role)}};
  if (block.link) json["link"] = {{"to", block.link->to}, {"text", block.link->text}};
  return json;
}

OrderedJson block_json(const ReportHeading& block) {
  return {{"kind", "heading"}, {"text", block.text}};
}

OrderedJson block_json(const ReportList& block) {
  return {{"kind", "list"}, {"caption", block.caption}, {"items", block.items}};
}

OrderedJson block_json(const ReportTable& block) {
  return {{"kind", "table"}, {"table", table_json(block)}};
}

OrderedJson block_json(const ReportChart& block) {
  return {{"kind", "chart"},
          {"chart", std::visit([](const auto& chart) { return chart_json(chart); }, block.chart)},
          {"table", table_json(block.table)},
          {"more_tables", list_of(block.more_tables, table_json)}};
}

OrderedJson block_json(const ReportStory& block) {
  return {{"kind", "story"}, {"title", block.title}, {"lines", block.lines}};
}

/// Numbers of sliders keep all their digits: the page computes with them.
OrderedJson at_point_json(const SliderFigureAtPoint& point) {
  return {{"mean", json_number(point.mean)},
          {"low", json_number(point.low)},
          {"high", json_number(point.high)},
          {"p10", json_number(point.p10)},
          {"p90", json_number(point.p90)}};
}

OrderedJson figure_json(const SliderFigure& figure) {
  return {
      {"kpi", figure.kpi},
      {"label", figure.label},
      {"units", figure.units},
      {"accepted", figure.accepted},
      {"emulator", figure.emulator.empty() ? OrderedJson() : OrderedJson::parse(figure.emulator)},
      {"check", figure.check},
      {"points", list_of(figure.points, at_point_json)}};
}

OrderedJson knob_json(const SliderKnob& knob) {
  return {{"path", knob.path},   {"label", knob.label},
          {"unit", knob.unit},   {"unit_label", knob.unit_label},
          {"low", knob.low},     {"high", knob.high},
          {"start", knob.start}, {"now", knob.now ? OrderedJson(*knob.now) : OrderedJson()},
          {"whole", knob.whole}, {"held", knob.held}};
}

OrderedJson block_json(const SliderBlock& block) {
  return {{"kind", "sliders"},
          {"sweep", block.sweep},
          {"knobs", list_of(block.knobs, knob_json)},
          {"points", block.points},
          {"figures", list_of(block.figures, figure_json)}};
}

}  // namespace

std::string report_json(const Report& report) {
  OrderedJson json{{"format", "doorstroom.report"},
                   {"format_version", 1},
                   {"language", report.language.code()},
                   {"title", report.title},
                   {"subtitle", report.subtitle},
                   {"program", report.program},
                   {"words", report.words}};
  json["sections"] = list_of(report.sections, [](const ReportSection& section) -> OrderedJson {
    OrderedJson blocks = OrderedJson::array();
    for (const ReportBlock& block : section.blocks)
      blocks.push_back(std::visit([](const auto& each) { return block_json(each); }, block));
    return {{"id", section.id}, {"title", section.title}, {"blocks", std::move(blocks)}};
  });
  return json_answer(json, -1);
}

}  // namespace doorstroom
