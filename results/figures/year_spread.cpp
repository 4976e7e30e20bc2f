#include "results/figures/year_spread.hpp"

#include <cmath>

#include "engine/sample.hpp"
#include "models/messages/message.hpp"
#include "results/rows/kpi_lists.hpp"
#include "results/table/column.hpp"

namespace doorstroom {

TableSpec year_spread_table(const Scenario&) {
  using column::number;
  std::vector<std::string> names;
  for (const KpiDefinition& kpi : system_kpis()) names.emplace_back(kpi.name);
  return {"/year_spread",
          {column::category("kpi", names, translatable("Key figure of the whole system")),
           column::id("year", translatable("Year since the start date, from 0; -1: all single "
                                           "years of all replications together")),
           number("p10", "1",
                  translatable("What 10% of single years stay below, in the unit of "
                               "the figure")),
           number("p50", "1", translatable("Median of single years")),
           number("p90", "1", translatable("What 90% of single years stay below"))}};
}

std::size_t spread_row(const Table& spread, const std::string& kpi, std::int32_t year) {
  const std::int32_t code = spread.code_of("kpi", kpi);
  for (std::size_t row = 0; row < spread.rows(); ++row)
    if (spread.codes("kpi")[row] == code && spread.codes("year")[row] == year) return row;
  throw input_error(message("/year_spread has no row of `{0}` in year {1}", kpi, year));
}

YearSpread::YearSpread(const Scenario& scenario)
    : scenario_(scenario),
      values_(system_kpis().size(),
              std::vector<std::vector<double>>(static_cast<std::size_t>(scenario.period.years()))) {
}

void YearSpread::add(const TableSpec& spec, const TableData& rows) {
  if (spec.path != "/by_year") return;
  const Table table{spec, rows};
  const std::vector<std::int32_t>& years = table.codes("year");
  std::size_t kpi = 0;
  for (const KpiDefinition& definition : system_kpis()) {
    const std::vector<double> column = table.as_numbers(std::string(definition.name));
    for (std::size_t row = 0; row < column.size(); ++row)
      if (!std::isnan(column[row]))
        values_[kpi][static_cast<std::size_t>(years[row])].push_back(column[row]);
    ++kpi;
  }
}

TableData YearSpread::rows() const {
  TableData rows(year_spread_table(scenario_));
  std::int32_t kpi = 0;
  for (const std::vector<std::vector<double>>& years : values_) {
    const auto add_row = [&](std::int32_t year, std::vector<double> values) {
      const std::vector<double> found = quantiles(values, {0.1, 0.5, 0.9});
      rows.add(kpi, year, found[0], found[1], found[2]);
    };
    std::vector<double> all;
    for (const std::vector<double>& year : years) all.insert(all.end(), year.begin(), year.end());
    add_row(all_years, std::move(all));
    std::int32_t number = 0;
    for (const std::vector<double>& year : years) add_row(number++, year);
    ++kpi;
  }
  return rows;
}

}  // namespace doorstroom
