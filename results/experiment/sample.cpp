#include "results/experiment/sample.hpp"

#include <algorithm>

#include "engine/error.hpp"
#include "models/continuum.hpp"
#include "results/kpi_rows.hpp"
#include "results/schema.hpp"

namespace doorstroom {
namespace {

using AddRows = void (*)(const Replication&, TableData&);

AddRows filler_of(const std::string& table) {
  if (table == "/replications") return add_replication_row;
  if (table == "/by_year") return add_year_rows;
  if (table == "/waiting") return add_waiting_rows;
  DOORSTROOM_EXPECT(table == "/use");
  return add_use_rows;
}

/// The tables in which key figures stand, filled as they are asked for.
class KpiTables {
 public:
  KpiTables(const Scenario& scenario, std::uint32_t number, const Records& records)
      : replication_(replication_of(scenario, number, records)),
        specs_(replication_tables(scenario)) {}

  const Table& table(const std::string& path) {
    const auto made = std::ranges::find(made_, path, [](const Table& t) { return t.spec.path; });
    if (made != made_.end()) return *made;
    const auto spec = std::ranges::find(specs_, path, &TableSpec::path);
    DOORSTROOM_EXPECT(spec != specs_.end());
    Table& table = made_.emplace_back(Table{*spec, TableData(*spec)});
    filler_of(path)(replication_, table.data);
    return table;
  }

 private:
  Replication replication_;
  std::vector<TableSpec> specs_;
  std::vector<Table> made_;
};

/// Whether all figures that were asked for are known precisely enough.
class PreciseTogether {
 public:
  explicit PreciseTogether(std::span<const Precision> until) : until_(until) {
    for (const Precision& precision : until) figures_.emplace_back(precision.half_width);
  }

  void add(const Scenario& scenario, std::uint32_t replication, const Records& records) {
    std::vector<KpiName> names;
    for (const Precision& precision : until_) names.push_back(precision.kpi);
    const std::vector<double> values = key_figures(scenario, replication, records, names);
    for (std::size_t i = 0; i < values.size(); ++i) figures_[i].add(values[i]);
  }

  bool done() const {
    return !figures_.empty() && std::ranges::all_of(figures_, &PreciseEnough::done);
  }

 private:
  std::span<const Precision> until_;
  std::vector<PreciseEnough> figures_;
};

}  // namespace

TableSpec sample_spec(const std::string& path, std::span<const KpiName> kpis) {
  TableSpec spec{path,
                 {{"replication",
                   ColumnType::int32,
                   "1",
                   "Number of the replication, from 0",
                   "Nummer van de replicatie, vanaf 0",
                   {}}}};
  for (const KpiName& kpi : kpis) {
    ColumnSpec column = column_of(kpi.definition());
    column.name = kpi.text();
    column.type = ColumnType::float64;
    spec.columns.push_back(std::move(column));
  }
  return spec;
}

std::vector<double> key_figures(const Scenario& scenario, std::uint32_t replication,
                                const Records& records, std::span<const KpiName> kpis) {
  KpiTables tables(scenario, replication, records);
  std::vector<double> figures;
  figures.reserve(kpis.size());
  for (const KpiName& kpi : kpis) {
    const std::vector<double> values = kpi_values(tables.table(table_of(kpi)), kpi);
    DOORSTROOM_EXPECT(values.size() == 1);
    figures.push_back(values.front());
  }
  return figures;
}

TableData sample(const Scenario& scenario, ReplicationRange range, std::span<const KpiName> kpis,
                 std::span<const Precision> until) {
  TableData rows(sample_spec("/replications", kpis));
  PreciseTogether precise(until);
  for (std::uint32_t number = range.first; number < range.end() && !precise.done(); ++number) {
    const Records records = simulate(scenario, number, false);
    rows.add_value(0, number);
    const std::vector<double> figures = key_figures(scenario, number, records, kpis);
    for (std::size_t i = 0; i < figures.size(); ++i) rows.add_value(i + 1, figures[i]);
    precise.add(scenario, number, records);
  }
  return rows;
}

}  // namespace doorstroom
