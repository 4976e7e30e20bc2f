#pragma once
/// What one single year may bring: the table /year_spread. A mean over ten years varies less from
/// one replication to the next than each of these years does, so its spread says too little about
/// what next year may look like.

#include <cstdint>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// Columns of /year_spread: for each key figure of the whole system and each year, quantiles over
/// replications of that single year; under year -1 of all single years together.
TableSpec year_spread_table(const Scenario& scenario);

/// The row of a key figure in /year_spread. @param year  or YearSpread::all_years
/// @throws InputError if there is none, as a crafted file may have it
std::size_t spread_row(const Table& spread, const std::string& kpi, std::int32_t year);

/// The values of single years, gathered while rows arrive.
class YearSpread {
 public:
  static constexpr std::int32_t all_years = -1;  ///< the year of all single years together

  /// @param scenario  must outlive it
  explicit YearSpread(const Scenario& scenario);

  /// Adds rows of one table; those of /by_year count.
  void add(const TableSpec& spec, const TableData& rows);
  /// Quantiles (type 7); NaN of a replication without data is left out.
  TableData rows() const;

 private:
  const Scenario& scenario_;
  std::vector<std::vector<std::vector<double>>> values_;  ///< by key figure, by year
};

}  // namespace doorstroom
