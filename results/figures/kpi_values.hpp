#pragma once
/// Finds the values of a key figure by its name, as `compare`, `sweep` and `until` use it:
///
///     dropouts_per_year        of the whole system, over the counted period
///     oza.wait_p90             of a desk or arrangement: columns of /waiting and /use
///     oza.entered_within_10w@3 of year 3 since the start date, from 0
///     clock.tlv.breached_share of a legal clock: columns of /clocks

#include <string>
#include <vector>

#include "results/file/result_reader.hpp"
#include "results/table/kpi_definition.hpp"

namespace doorstroom {

/// The parts of a name; text() puts them together again.
struct KpiName {
  std::string node;  ///< id of a desk or arrangement; empty: none
  std::string column;
  int year = -1;        ///< -1: the counted period
  std::string clock{};  ///< id of a legal clock; empty: none. Without both: of the whole system

  /// @throws InputError when the text has another form, or there is no key figure of that name
  static KpiName parse(const std::string& text);
  std::string text() const;
  const KpiDefinition& definition() const;
  bool is_of_system() const { return node.empty() && clock.empty(); }
  friend bool operator==(const KpiName&, const KpiName&) = default;
};

/// The table that holds a key figure, such as "/waiting".
std::string table_of(const KpiName& name);
/// Its values among rows of that table, one per replication, in order.
std::vector<double> kpi_values(const Table& table, const KpiName& name);

/// Values of a key figure, one per replication in their order; NaN where it had no data.
/// @throws InputError when the file has no such node, clock or year
std::vector<double> kpi_values(ResultReader& file, const KpiName& name);
std::vector<double> kpi_values(ResultReader& file, const std::string& name);

/// Number of years in a file.
int years_of(ResultReader& file);

}  // namespace doorstroom
