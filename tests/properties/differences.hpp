#pragma once
/// Whether the results of two scenarios would be the same, to the bit.

#include <algorithm>
#include <set>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "results/rows/replication_rows.hpp"
#include "results/rows/schema.hpp"

namespace doorstroom {

/// Where the tables of a result would differ, such as "/visits entered"; but for /roles, where
/// interventions tell what they looked at, even if they let it be.
/// @param keep_rows  whether those of visits and youths count
/// @param paths      the tables to look at; empty: all
inline std::string difference(const Scenario& scenario, const Records& one,
                              const Scenario& its_other, const Records& other, bool keep_rows,
                              const std::set<std::string>& paths = {}) {
  const auto same = [](const auto& a, const auto& b) {
    using Element = typename std::decay_t<decltype(a)>::value_type;
    // Not numbers, too, are the same.
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](const Element& x, const Element& y) {
             return x == y || (x != x && y != y);
           });
  };
  const std::vector<TableSpec> specs = replication_tables(scenario);
  const ReplicationRows a = rows_of(scenario, 0, one, keep_rows);
  const ReplicationRows b = rows_of(its_other, 0, other, keep_rows);
  for (std::size_t table = 0; table < specs.size(); ++table) {
    if (specs[table].path == "/roles") continue;
    if (!paths.empty() && !paths.contains(specs[table].path)) continue;
    for (std::size_t column = 0; column < specs[table].columns.size(); ++column) {
      const ColumnValues& left = a.tables.at(table).columns.at(column);
      const ColumnValues& right = b.tables.at(table).columns.at(column);
      const bool alike = std::visit(
          [&](const auto& values) {
            return same(values, std::get<std::decay_t<decltype(values)>>(right));
          },
          left);
      if (!alike) return specs[table].path + " " + specs[table].columns[column].name;
    }
  }
  return "";
}

}  // namespace doorstroom
