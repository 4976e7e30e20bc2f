#include "results/situation/waiting_tables.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "models/messages/message.hpp"
#include "results/figures/breakdown_values.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/report/figure_cells.hpp"
#include "results/situation/incidence_curves.hpp"
#include "results/situation/waiting_lists.hpp"
#include "results/text/unfunded_text.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t weeks_in_year = 52;

ReportColumn report_column(const ReportSources& sources, const LocalizedText& label,
                           const char* units) {
  return {sources.localized(label), units};
}

/// Whether a provider stops while it is not told how many were there at the start: how many lose
/// their place would tell it.
bool tells_start(const ReportSources& sources, const std::string& intervention) {
  const Scenario& scenario = sources.scenario();
  return std::ranges::any_of(scenario.interventions, [&](const Intervention& one) {
    return one.id == intervention && one.stops &&
           sources.privacy().hides_day_of(scenario.nodes[one.stops->node].id, one.stops->on.days());
  });
}

}  // namespace

void add_wait_table(ReportSources& sources, std::vector<ReportBlock>& blocks) {
  const std::vector<WaitingList> lists = waiting_lists(sources);
  if (lists.empty() || !lists.front().is_used()) return;
  const std::vector<std::string> columns{"entered_within_6w", "wait_mean",  "wait_p50",
                                         "wait_p90",          "so_far_p50", "so_far_p90",
                                         "calendar_wait_mean"};
  ReportTable table{
      .id = "waits",
      .caption = sources.localized(message("How long the waits are, the longest list first")),
      .corner = sources.localized(message("Desk or arrangement")),
      .columns = {},
      .rows = {},
      .note = sources.localized(
          message("Waited: by those who entered. Waiting so far: by those who are on the list when "
                  "the period ends. A start date is waited for with a place free, such as the "
                  "begin of a school year."))};
  for (const std::string& column : columns) {
    const KpiDefinition& kpi = KpiName{lists.front().id, column}.definition();
    table.columns.push_back({kpi.label.in(sources.language()), std::string(kpi.units)});
  }
  table.columns.push_back(report_column(sources, message("Gave up within a year"), "1"));
  const Table& incidence = sources.base().table("/incidence");
  for (const WaitingList& list : lists) {
    if (!list.is_used()) break;
    ReportRow row{.header = list.label, .cells = {}};
    for (const std::string& column : columns) {
      const KpiName kpi{list.id, column};
      row.cells.push_back(noise_cell(
          kpi.definition().units, t_interval(kpi_values(sources.base(), kpi)), sources.language()));
    }
    const IncidenceCurve gave_up =
        incidence_curve(incidence, "left_list", incidence.code_of("node", list.id));
    row.cells.push_back(noise_cell("1", gave_up.within(weeks_in_year), sources.language()));
    table.rows.push_back(std::move(row));
  }
  blocks.emplace_back(std::move(table));
}

void add_legal_terms(ReportSources& sources, std::vector<ReportBlock>& blocks) {
  ResultReader& file = sources.base();
  const std::vector<std::string> clocks = clocks_in(file);
  if (clocks.empty()) return;
  ReportTable table{.id = "legal-terms",
                    .caption = sources.localized(message("Legal terms")),
                    .corner = sources.localized(message("Term")),
                    .columns = {report_column(sources, message("started a year"), "youth/year"),
                                report_column(sources, message("too late"), "1"),
                                report_column(sources, message("took, mean"), "day"),
                                report_column(sources, message("took, 90% within"), "day")},
                    .rows = {}};
  const double years = years_of(file);
  for (const std::string& clock : clocks) {
    const auto interval_of = [&](const char* column) {
      return t_interval(kpi_values(file, KpiName{{}, column, -1, clock}));
    };
    Interval started = interval_of("started");
    started = {started.mean / years, started.low / years, started.high / years, started.count};
    table.rows.push_back(
        {.header = sources.labels().of_clock(clock, sources.language()),
         .cells = {noise_cell("youth/year", started, sources.language()),
                   noise_cell("1", interval_of("breached_share"), sources.language()),
                   noise_cell("day", interval_of("days_mean"), sources.language()),
                   noise_cell("day", interval_of("days_p90"), sources.language())}});
  }
  blocks.emplace_back(ReportHeading{sources.localized(message("Legal terms"))});
  blocks.emplace_back(std::move(table));
}

void add_stops(ReportSources& sources, std::vector<ReportBlock>& blocks) {
  ResultReader& file = sources.base();
  if (!file.has_table("/stops") || file.table("/stops").rows() == 0) return;
  struct StopColumn {
    const char* name;
    const char* units;
    TranslatableText label;
  };
  const StopColumn columns[] = {
      {"displaced", "youth", translatable("lost the place")},
      {"moved", "youth", translatable("moved at once")},
      {"entered", "youth", translatable("placed after waiting")},
      {"left", "youth", translatable("left the list")},
      {"waiting", "youth", translatable("still waiting")},
      {"waited_mean", "day", translatable("waited, mean")},
  };
  const Table& stops = file.table("/stops");
  ReportTable table{.id = "stops",
                    .caption = sources.localized(message("Providers that stop, youths")),
                    .corner = sources.localized(message("Provider that stops")),
                    .columns = {},
                    .rows = {}};
  for (const StopColumn& column : columns)
    table.columns.push_back(report_column(sources, column.label, column.units));
  const std::vector<std::string>& names =
      stops.spec.columns[stops.spec.index_of("intervention")].names;
  for (std::size_t code = 0; code < names.size(); ++code) {
    std::vector<std::size_t> meant;
    for (std::size_t row = 0; row < stops.rows(); ++row)
      if (stops.codes("intervention")[row] == static_cast<std::int32_t>(code)) meant.push_back(row);
    if (meant.empty() || tells_start(sources, names[code])) continue;
    ReportRow row{.header = sources.labels().of_intervention(names[code], sources.language()),
                  .cells = {}};
    for (const StopColumn& column : columns)
      row.cells.push_back(noise_cell(column.units, t_interval(stops.as_numbers(column.name, meant)),
                                     sources.language()));
    table.rows.push_back(std::move(row));
  }
  if (table.rows.empty()) return;
  blocks.emplace_back(ReportHeading{sources.localized(message("Providers that stop"))});
  blocks.emplace_back(std::move(table));
}

void add_unfunded(ReportSources& sources, std::vector<ReportBlock>& blocks) {
  std::istringstream lines(
      unfunded_text(sources.base(), sources.language()).in(sources.language()));
  ReportList list;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string::npos) continue;
    if (list.caption.empty())
      list.caption = line;
    else
      list.items.push_back(line.substr(begin));
  }
  if (!list.items.empty()) blocks.emplace_back(std::move(list));
}

}  // namespace doorstroom
