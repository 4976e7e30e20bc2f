#include "results/sliders/slider_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/messages/message.hpp"
#include "results/report/figure_cells.hpp"
#include "results/report/parameter_words.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

/// More rows than this make the page large. The points of a sweep fill its space from the first on.
constexpr std::size_t most_points_in_table = 256;

ReportCell knob_cell(const SliderKnob& knob, double value, const ReportSources& sources) {
  return {parameter_text(value, knob.unit, sources.language()), value};
}

ReportRow point_row(const SliderBlock& block, std::size_t point, const ReportSources& sources) {
  ReportRow row{.header = fmt::format("{}", point + 1), .cells = {}};
  for (std::size_t i = 0; i < block.knobs.size(); ++i)
    row.cells.push_back(knob_cell(block.knobs[i], block.points[point][i], sources));
  for (const SliderFigure& figure : block.figures) {
    const SliderFigureAtPoint& there = figure.points[point];
    const NumberText numbers(figure.units, {there.mean, there.low, there.high, 2});
    row.cells.push_back({sources.localized(numbers.value(there.mean)), there.mean});
    const Interval noise = cut_off(figure.units, {there.mean, there.low, there.high, 2});
    row.cells.push_back({sources.localized(numbers.between(noise.low, noise.high)), {}});
    row.cells.push_back({sources.localized(numbers.between(there.p10, there.p90)), {}});
  }
  return row;
}

ReportRow effect_row(const SliderKnob& knob, const SliderFigure& figure, const KnobEffect& effect,
                     const ReportSources& sources) {
  const auto cell_of = [&](double there) {
    const double half_width = effect.change.half_width();
    const NumberText numbers(figure.units, {there, there - half_width, there + half_width, 2});
    return ReportCell{sources.localized(numbers.value(there)), there};
  };
  const LocalizedText change = NumberText::of_difference(figure.units, effect.change)
                                   .between(effect.change.low, effect.change.high);
  return {figure.label,
          {{knob.label, {}},
           knob_cell(knob, knob.low, sources),
           cell_of(effect.at_low),
           knob_cell(knob, knob.high, sources),
           cell_of(effect.at_high),
           {sources.localized(change), {}}}};
}

ReportCell count_cell(std::uint32_t number) {
  return {fmt::format("{}", number), number};
}

}  // namespace

ReportTable slider_points_table(const SliderBlock& block, const std::string& id,
                                const ReportSources& sources) {
  const std::size_t shown = std::min(block.points.size(), most_points_in_table);
  const auto text = [&](const LocalizedText& of) { return sources.localized(of); };
  ReportTable table{.id = id + "-points",
                    .caption = text(shown < block.points.size()
                                        ? message("The first {0} of {1} simulated combinations",
                                                  shown, block.points.size())
                                        : message("All simulated combinations")),
                    .corner = text(message("Combination")),
                    .columns = {},
                    .rows = {},
                    .note = text(message("Noise: 95% interval of chance in simulating. Futures: 8 "
                                         "of 10 single futures lie between these bounds.")),
                    .folded = true};
  for (const SliderKnob& knob : block.knobs) table.columns.push_back({knob.label, knob.unit});
  for (const SliderFigure& figure : block.figures) {
    table.columns.push_back({figure.label, figure.units});
    table.columns.push_back({text(message("noise")), figure.units});
    table.columns.push_back({text(message("futures")), figure.units});
  }
  for (std::size_t point = 0; point < shown; ++point)
    table.rows.push_back(point_row(block, point, sources));
  return table;
}

ReportTable slider_effects_table(const SliderBlock& block,
                                 const std::vector<std::vector<KnobEffect>>& effects,
                                 const std::string& id, const ReportSources& sources) {
  const auto text = [&](const LocalizedText& of) { return sources.localized(of); };
  ReportTable table{
      .id = id + "-effects",
      .caption = text(message("One setting at a time, the others as the page begins")),
      .corner = text(message("Figure")),
      .columns = {{text(message("Setting")), "", false},
                  {text(message("lowest")), ""},
                  {text(message("figure there")), ""},
                  {text(message("highest")), ""},
                  {text(message("figure there")), ""},
                  {text(message("difference")), ""}},
      .rows = {},
      .note = text(message(
          "Estimated. The difference as its 95% interval, of noise and estimating together."))};
  for (std::size_t i = 0; i < block.figures.size(); ++i)
    for (const KnobEffect& effect : effects[i])
      table.rows.push_back(effect_row(block.knobs[effect.knob], block.figures[i], effect, sources));
  return table;
}

ReportTable slider_tests_table(const std::vector<SweepEmulator>& emulators, const std::string& id,
                               const ReportSources& sources) {
  const auto text = [&](const LocalizedText& of) { return sources.localized(of); };
  ReportTable table{
      .id = id + "-tests",
      .caption = text(message("How the estimates were tested")),
      .corner = text(message("Figure")),
      .columns = {{text(message("new combinations")), "1"},
                  {text(message("agreed")), "1"},
                  {text(message("needed")), "1"},
                  {text(message("off by, on average")), ""},
                  {text(message("passed")), "", false}},
      .rows = {},
      .note = text(message("New combinations were simulated for the test. They agree when they lie "
                           "in the 95% interval of the estimate. What they are off by is the root "
                           "of the mean squared difference.")),
      .folded = true};
  for (const SweepEmulator& emulator : emulators) {
    const EmulatorCheck& check = emulator.check;
    table.rows.push_back({sources.label(emulator.kpi),
                          {count_cell(check.all.points),
                           count_cell(check.all.agree),
                           count_cell(check.needed()),
                           {text(error_text(emulator)), check.all.error},
                           {text(check.accepted() ? message("yes") : message("no")), {}}}});
  }
  return table;
}

}  // namespace doorstroom
