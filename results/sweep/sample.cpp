#include "results/sweep/sample.hpp"

#include <algorithm>

#include "engine/error.hpp"
#include "models/continuum/continuum.hpp"
#include "results/figures/breakdown_values.hpp"
#include "results/rows/costs.hpp"
#include "results/rows/schema.hpp"
#include "results/rows/table_definition.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

/// The tables of one replication that hold key figures; each is filled when it is first asked for.
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
    const AddRows add_rows = filler_of(path);
    DOORSTROOM_EXPECT(add_rows != nullptr);
    add_rows(replication_, table.data);
    return table;
  }

 private:
  Replication replication_;
  std::vector<TableSpec> specs_;
  std::vector<Table> made_;
};

/// Whether all figures of `until` are known precisely enough.
class PreciseTogether {
 public:
  PreciseTogether(std::span<const Precision> until, std::span<const KpiName> kpis) {
    for (const Precision& precision : until) {
      const auto kept = std::ranges::find(kpis, precision.kpi);
      DOORSTROOM_EXPECT(kept != kpis.end());
      asked_.push_back(
          {static_cast<std::size_t>(kept - kpis.begin()), HalfWidthRule(precision.half_width)});
    }
  }

  /// The key figures of the next replication.
  void add(const std::vector<double>& figures) {
    for (Asked& each : asked_) each.precise.add(figures[each.index]);
  }

  bool done() const {
    return !asked_.empty() &&
           std::ranges::all_of(asked_, [](const Asked& each) { return each.precise.done(); });
  }

 private:
  struct Asked {
    std::size_t index = 0;  ///< of the key figure
    HalfWidthRule precise;
  };

  std::vector<Asked> asked_;
};

}  // namespace

TableSpec sample_spec(const std::string& path, std::span<const KpiName> kpis) {
  TableSpec spec{path,
                 {column::id("replication", translatable("Number of the replication, from 0"))}};
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
    if (kpi.year >= scenario.period.years()) {
      figures.push_back(no_number);
      continue;
    }
    const std::vector<double> values = kpi_values(tables.table(table_of(kpi)), kpi);
    DOORSTROOM_EXPECT(values.size() == 1);
    figures.push_back(values.front());
  }
  return figures;
}

std::vector<double> paid_a_year(const Scenario& scenario, const Records& records,
                                std::span<const std::string> funders) {
  std::vector<double> paid(funders.size(), 0.0);
  for (const YearlyCost& cost : yearly_costs(scenario, expenses_of(scenario, records))) {
    const std::string_view payer =
        cost.funder == no_funder ? nobody : std::string_view(scenario.funders[cost.funder]);
    const auto found = std::ranges::find(funders, payer);
    if (found != funders.end())
      paid[static_cast<std::size_t>(found - funders.begin())] +=
          cost.euro / scenario.period.years();
  }
  return paid;
}

TableData sample(const Scenario& scenario, ReplicationRange range, std::span<const KpiName> kpis,
                 std::span<const Precision> until) {
  TableData rows(sample_spec("/replications", kpis));
  PreciseTogether precise(until, kpis);
  for (std::uint32_t number = range.first; number < range.end() && !precise.done(); ++number) {
    const Records records = simulate(scenario, number, false);
    rows.add_value(0, number);
    const std::vector<double> figures = key_figures(scenario, number, records, kpis);
    for (std::size_t i = 0; i < figures.size(); ++i) rows.add_value(i + 1, figures[i]);
    precise.add(figures);
  }
  return rows;
}

}  // namespace doorstroom
