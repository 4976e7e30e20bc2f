#include "results/situation/years_table.hpp"

#include <cmath>

#include "models/messages/message.hpp"
#include "results/report/figure_cells.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {
namespace {

constexpr long weeks_between_rows = 13;

/// "50 ± 1 (40 to 62)": mean, noise, and P10 to P90 of single futures.
ReportCell point_cell(const TimeLine& line, std::size_t point, Language language) {
  const double mean = line.mean[point];
  if (line.p10.empty()) return value_cell("youth", mean, language);
  const double noise = line.noise_high[point] - mean;  // the lower bound may be cut off at zero
  const Interval interval{mean, mean - noise, mean + noise, 2};
  ReportCell cell = noise_cell("youth", interval, language);
  const NumberText text("youth", interval);
  const bool spreads = !text.shows_alike(line.p10[point], line.p90[point]);
  if (std::isfinite(mean) && spreads)
    cell.text = message_in("value and its P10 to P90", "{0} ({1})", cell.text,
                           text.bounds(line.p10[point], line.p90[point]))
                    .in(language);
  return cell;
}

/// @param panel  its index: the first is of the whole system
ReportTable table_of(const ReportSources& sources, const TimeChart& chart, std::size_t panel) {
  const std::vector<TimeLine>& lines = chart.panels[panel].lines;
  ReportTable table{.id = panel == 0 ? "years-table" : "years-table-" + std::to_string(panel),
                    .caption = sources.localized(
                        message("{0}: the numbers of every 13th week", chart.panels[panel].label)),
                    .corner = sources.localized(message("Date")),
                    .columns = {},
                    .rows = {},
                    .note = {},
                    .folded = true};
  for (const TimeLine& line : lines)
    table.columns.push_back(
        {line.label, line.role == TimeLine::Role::capacity ? "place" : "youth"});
  const Date start = sources.scenario().period.start();
  for (std::size_t point = 0; point < chart.days.size(); ++point) {
    const auto day = std::lround(chart.days[point]);
    if (day % (weeks_between_rows * 7) != 0) continue;
    ReportRow row{.header = sources.localized(date_in_words(start + std::chrono::days(day))),
                  .cells = {}};
    for (const TimeLine& line : lines)
      row.cells.push_back(point_cell(line, point, sources.language()));
    table.rows.push_back(std::move(row));
  }
  if (sources.privacy().hides_anything())
    table.note = sources.localized(
        message("A dash in the first weeks: not shown, because it is about few youths."));
  return table;
}

}  // namespace

std::vector<ReportTable> years_tables(const ReportSources& sources, const TimeChart& chart) {
  std::vector<ReportTable> tables;
  for (std::size_t panel = 0; panel < chart.panels.size(); ++panel)
    tables.push_back(table_of(sources, chart, panel));
  std::string& note = tables.front().note;
  if (!note.empty()) note += " ";
  note += sources.localized(message(
      "Behind ± stands the 95% interval of the noise of simulating; between brackets P10 to P90, "
      "what 8 of 10 single futures bring."));
  return tables;
}

}  // namespace doorstroom
