#include "results/rows/curves.hpp"

#include <fmt/format.h>

#include <array>

#include "results/rows/schema.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t weeks = std::size_t{2} * 52;
constexpr int ends_shown = 3;  ///< in each table

/// An end: the prefix of its columns, and its description.
struct End {
  const char* name;
  TranslatableText what;
};

constexpr std::array<End, ends_shown> wait_ends{
    {{"entered", translatable("Entered within that time")},
     {"left_list", translatable("Gave up or left within that time")},
     {"aged_out", translatable("Too old for the continuum within that time")}}};

constexpr std::array<End, ends_shown> dropout_ends{
    {{"dropout", translatable("Dropped out first, within that time")},
     {"placed", translatable("Placed first, within that time")},
     {"left", translatable("Left first, or became too old to drop out, within that time")}}};

void add_columns(TableSpec& table, const End& end) {
  const auto add = [&](const char* what, ColumnType type, TranslatableText measure) {
    table.columns.push_back({fmt::format("{}_{}", end.name, what),
                             type,
                             "1",
                             message("{0}: {1}", end.what, measure),
                             {}});
  };
  add("n", ColumnType::int64, translatable("replications with data"));
  add("mean", ColumnType::float64, translatable("share, mean over replications"));
  add("m2", ColumnType::float64,
      translatable("sum over replications of squared differences from that mean"));
  add("low", ColumnType::float64, translatable("lower end of the 95% interval of that mean"));
  add("high", ColumnType::float64, translatable("upper end of the 95% interval of that mean"));
}

ColumnSpec day_column(TranslatableText description) {
  return column::number("day", "day", description);
}

CurveTable incidence_table(const Scenario& scenario) {
  CurveTable table;
  table.spec.path = "/incidence";
  table.spec.columns = {column::category("node", node_table(scenario).columns.front().names,
                                         translatable("Desk or arrangement")),
                        day_column(translatable("Time since asking"))};
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
  table.spec.columns = {day_column(translatable("Time since the first signal"))};
  table.keys = TableData(table.spec);
  for (const End& end : dropout_ends) add_columns(table.spec, end);
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

Curves wait_curves(const NodeRecord& record) {
  return incidences_of(ends_shown, curve_days(), [&record](auto add) {
    for (const KeptWaits& year : record.waits)
      for (const Wait& wait : year) add(episode_of(wait));
    for (const EarlierWait& earlier : record.earlier) add(episode_of(earlier.wait, earlier.before));
  });
}

Curves first_end_curves(const Records& records) {
  return incidences_of(ends_shown, curve_days(), [&records](auto add) {
    for (const FirstEnd& first : records.first_ends)
      add(Episode{0, first.length().count,
                  first.end() == SignalEnd::still_there ? Episode::censored
                                                        : 1 + static_cast<int>(first.end())});
  });
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
