#pragma once
/// A key figure by its name, as `compare`, `sweep` and `until` know it:
///
///     dropouts_per_year        of the whole system, over the counted period
///     oza.wait_p90             of a desk or arrangement: columns of /waiting and /use
///     oza.entered_within_10w@3 of year 3 since the start date, from 0

#include <string>
#include <vector>

#include "results/file/result_reader.hpp"
#include "results/table/kpi_definition.hpp"

namespace doorstroom {

/// A name taken apart. Equal to what it was made of: text() gives the name back.
struct KpiName {
  std::string node;  ///< empty: of the whole system
  std::string column;
  int year = -1;  ///< -1: the counted period

  /// @throws InputError when the text has no such form, or no key figure is called so
  static KpiName parse(const std::string& text);
  std::string text() const;
  const KpiDefinition& definition() const;
  friend bool operator==(const KpiName&, const KpiName&) = default;
};

/// The table in which a key figure stands.
std::string table_of(const KpiName& name);
/// Its values among rows of that table, one per replication in their order.
std::vector<double> kpi_values(const Table& table, const KpiName& name);

/// Values of a key figure, one per replication in their order; NaN where it had no data.
/// @throws InputError when the file has no such node or year
std::vector<double> kpi_values(ResultReader& file, const KpiName& name);
std::vector<double> kpi_values(ResultReader& file, const std::string& name);

/// How many years a file counts.
int years_of(ResultReader& file);

}  // namespace doorstroom
