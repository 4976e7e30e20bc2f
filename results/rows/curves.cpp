#include "results/rows/curves.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "results/rows/schema.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t weeks = std::size_t{2} * 52;
constexpr int ends_shown = 3;  ///< in each table

/// An end: the prefix of its columns, and its description.
struct End {
  const char* name;
  const char* what_en;
  const char* what_nl;
};

constexpr std::array<End, ends_shown> wait_ends{
    {{"entered", "Entered within that time", "Binnen die tijd geplaatst"},
     {"left_list", "Gave up or left within that time", "Binnen die tijd van de lijst gegaan"},
     {"aged_out", "Too old for the continuum within that time",
      "Binnen die tijd te oud geworden voor het continuüm"}}};

constexpr std::array<End, ends_shown> first_ends{
    {{"dropout", "Dropped out first, within that time", "Binnen die tijd eerst uitgevallen"},
     {"placed", "Placed first, within that time", "Binnen die tijd eerst geplaatst"},
     {"left", "Left first, or became too old to drop out, within that time",
      "Binnen die tijd eerst vertrokken, of te oud geworden om uit te vallen"}}};

void add_columns(TableSpec& table, const End& end) {
  const auto add = [&](const char* what, ColumnType type, const char* en, const char* nl) {
    table.columns.push_back({fmt::format("{}_{}", end.name, what),
                             type,
                             "1",
                             fmt::format("{}: {}", end.what_en, en),
                             fmt::format("{}: {}", end.what_nl, nl),
                             {}});
  };
  add("n", ColumnType::int64, "replications with data", "herhalingen met gegevens");
  add("mean", ColumnType::float64, "share, mean over replications",
      "aandeel, gemiddelde over herhalingen");
  add("m2", ColumnType::float64, "sum over replications of squared differences from that mean",
      "som over herhalingen van de gekwadrateerde afwijkingen van dat gemiddelde");
  add("low", ColumnType::float64, "lower end of the 95% interval of that mean",
      "ondergrens van het 95%-interval van dat gemiddelde");
  add("high", ColumnType::float64, "upper end of the 95% interval of that mean",
      "bovengrens van het 95%-interval van dat gemiddelde");
}

ColumnSpec day_column(const char* en, const char* nl) {
  return column::number("day", "day", en, nl);
}

CurveTable incidence_table(const Scenario& scenario) {
  CurveTable table;
  table.spec.path = "/incidence";
  table.spec.columns = {column::category("node", node_table(scenario).columns.front().names,
                                         "Desk or arrangement", "Loket of arrangement"),
                        day_column("Time since asking", "Tijd sinds de aanmelding")};
  table.keys = TableData(table.spec);
  for (const End& end : wait_ends) add_columns(table.spec, end);
  for (const NodeId id : scenario.nodes.ids())
    if (has_list(scenario.nodes[id]))
      for (const double day : curve_days()) table.keys.add(id, day);
  return table;
}

CurveTable dropout_table() {
  CurveTable table;
  table.spec.path = "/dropout";
  table.spec.columns = {day_column("Time since the first signal", "Tijd sinds het eerste signaal")};
  table.keys = TableData(table.spec);
  for (const End& end : first_ends) add_columns(table.spec, end);
  for (const double day : curve_days()) table.keys.add(day);
  return table;
}

TableData columns_of_shares() {
  TableData rows;
  rows.columns.assign(ends_shown, std::vector<double>());
  return rows;
}

void append_curves(TableData& rows, const Curves& curves) {
  for (std::size_t end = 0; end < curves.size(); ++end) {
    auto& column = std::get<std::vector<double>>(rows.columns[end]);
    column.insert(column.end(), curves[end].begin(), curves[end].end());
  }
}

}  // namespace

std::span<const double> curve_days() {
  static const std::array<double, weeks + 1> days = [] {
    std::array<double, weeks + 1> every_week{};
    for (std::size_t week = 0; week <= weeks; ++week)
      every_week[week] = days_per_week * static_cast<double>(week);
    return every_week;
  }();
  return days;
}

int cause_of(WaitEnd end) {
  return end == WaitEnd::still_waiting ? Episode::censored : 1 + static_cast<int>(end);
}

std::vector<Episode> episodes_of(const KeptWaits& waits) {
  std::vector<Episode> episodes;
  episodes.reserve(waits.size());
  for (const Wait& wait : waits) episodes.push_back({0, wait.length().count, cause_of(wait.end())});
  return episodes;
}

Curves wait_curves(const NodeRecord& record) {
  std::vector<Episode> episodes;
  for (const KeptWaits& year : record.waits)
    for (const Wait& wait : year)
      episodes.push_back({0, wait.length().count, cause_of(wait.end())});
  for (const EarlierWait& earlier : record.earlier)
    episodes.push_back(
        {earlier.before.count, earlier.wait.length().count, cause_of(earlier.wait.end())});
  return cumulative_incidences(episodes, ends_shown, curve_days());
}

Curves first_end_curves(const Records& records) {
  std::vector<Episode> episodes;
  episodes.reserve(records.first_ends.size());
  for (const FirstEnd& first : records.first_ends)
    episodes.push_back({0, first.length().count,
                        first.end() == SignalEnd::still_there ? Episode::censored
                                                              : 1 + static_cast<int>(first.end())});
  return cumulative_incidences(episodes, ends_shown, curve_days());
}

std::vector<CurveTable> curve_tables(const Scenario& scenario) {
  return {incidence_table(scenario), dropout_table()};
}

std::vector<TableData> curve_rows(const std::vector<Curves>& waits, const Curves& first_ends) {
  std::vector<TableData> tables(2, columns_of_shares());
  for (const Curves& curves : waits) append_curves(tables[0], curves);
  append_curves(tables[1], first_ends);
  return tables;
}

}  // namespace doorstroom
