#include "results/figures/aggregates.hpp"

#include <utility>

#include "results/file/table_stream.hpp"

namespace doorstroom {

Aggregates::Aggregates(const Scenario& scenario)
    : scenario_(scenario), targets_(scenario), years_(scenario) {
  for (CurveTable& table : curve_tables(scenario)) curves_.emplace_back(std::move(table));
}

void Aggregates::add(const TableSpec& spec, const TableData& rows) {
  targets_.add(spec, rows);
  years_.add(spec, rows);
}

void Aggregates::add_curves(std::size_t table, const TableData& shares) {
  curves_.at(table).add(shares);
}

void Aggregates::continue_from(const ResultReader& earlier) {
  for (CurveMeans& curves : curves_)
    curves.continue_from(as_input([&] {
      Table written{earlier.spec(curves.spec().path), {}};
      written.data = earlier.block(written.spec, 0, earlier.rows(written.spec));
      return written;
    }));
}

void Aggregates::write(H5File& file) const {
  write_table(file, {target_table(scenario_), targets_.rows()});
  write_table(file, {year_spread_table(scenario_), years_.rows()});
  for (const CurveMeans& curves : curves_) write_table(file, {curves.spec(), curves.rows()});
}

}  // namespace doorstroom
