#pragma once
/// Results of scenarios worked by hand, and what sections say of them.

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "results/run/scenario_run.hpp"
#include "results/situation/situation.hpp"
#include "tests/support/example.hpp"
#include "tests/support/scenario_files.hpp"
#include "tests/support/worked.hpp"

namespace doorstroom::situation {

/// Three youths, a day apart, for one place of 30 days: the waits are 0, 29 and 58 days.
inline const std::string three_for_one_place = worked::three_arrive + R"(
arrangements:
  oza: {label: {en: the OZA, nl: de oza}, education: part, places: 1, stay: 30 days, routes: {out: 100%}}
)" + worked::out;

/// The same twice.
inline const std::string two_alike = R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02, 2026-08-03], to: oza}
  other: {arrivals: [2026-08-01, 2026-08-02, 2026-08-03], to: zoa}
arrangements:
  oza: {label: {en: the OZA, nl: de oza}, education: part, places: 1, stay: 30 days, routes: {out: 100%}}
  zoa: {label: {en: the ZOA, nl: de zoa}, education: part, places: 1, stay: 30 days, routes: {out: 100%}}
)" + worked::out;

/// A folder with results.
class Results {
 public:
  std::string run(const std::string& yaml, const std::vector<std::string>& sets = {},
                  const std::string& name = "base") const {
    const Scenario scenario = files_.load(yaml, sets).scenario;
    RunNotes notes({});
    std::string out = folder_ / (name + ".h5");
    run_to_file(scenario, {.out = out, .jobs = 1}, {"0.1.0", "abc"}, notes);
    return out;
  }
  std::string worked(const std::string& rest, int replications = 3) const {
    return run(worked::scenario(rest), {"replications=" + std::to_string(replications)});
  }

 private:
  example::TemporaryFolder folder_;
  ScenarioFiles files_;
};

inline ReportSources opened(std::vector<std::string> paths, int small_cells = 5) {
  return ReportSources({.paths = std::move(paths),
                        .language = Language::en,
                        .small_cells = small_cells,
                        .command = {}});
}

template <class Block>
std::vector<Block> all(const std::vector<ReportBlock>& blocks) {
  std::vector<Block> found;
  for (const ReportBlock& block : blocks)
    if (const auto* one = std::get_if<Block>(&block)) found.push_back(*one);
  return found;
}

/// The table of that id, of a chart or by itself.
inline ReportTable table(const ReportSection& section, const std::string& id) {
  for (const ReportTable& each : all<ReportTable>(section.blocks))
    if (each.id == id) return each;
  for (const ReportChart& each : all<ReportChart>(section.blocks))
    if (each.table.id == id) return each.table;
  ADD_FAILURE() << "no table " << id;
  return {};
}

/// The cell under a heading; without number and words if there is none.
inline ReportCell cell(const ReportTable& table, const std::string& row,
                       const std::string& column) {
  for (const ReportRow& each : table.rows)
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (each.header == row && table.columns[i].label == column) return each.cells.at(i);
  ADD_FAILURE() << table.id << " has no " << row << ", " << column;
  return {};
}

inline std::vector<std::string> headers(const ReportTable& table) {
  std::vector<std::string> all;
  for (const ReportRow& row : table.rows) all.push_back(row.header);
  return all;
}

inline TimePanel panel(const TimeChart& chart, const std::string& id) {
  for (const TimePanel& each : chart.panels)
    if (each.id == id) return each;
  ADD_FAILURE() << "no panel " << id;
  return {};
}

inline TimeLine line(const TimePanel& panel, const std::string& id) {
  for (const TimeLine& each : panel.lines)
    if (each.id == id) return each;
  ADD_FAILURE() << "no line " << id;
  return {};
}

}  // namespace doorstroom::situation
