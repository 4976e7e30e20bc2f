#pragma once
/// The tables to which each replication adds rows: columns and the function that fills them. To add
/// a table, define it in a source file of this room, declare it here and add it to the list in
/// schema.cpp.

#include <span>
#include <string_view>
#include <vector>

#include "models/continuum/records.hpp"
#include "models/scenario/scenario.hpp"
#include "results/rows/costs.hpp"
#include "results/rows/curves.hpp"
#include "results/rows/key_columns.hpp"
#include "results/rows/schema.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// What the rows of one replication are computed from.
struct Replication {
  const Scenario& scenario;
  std::int32_t number;
  const Records& records;
  std::vector<Expense> expenses;
  std::vector<Curves> waits;  ///< wait_curves() of each node that has a list, in order of nodes

  int years() const { return scenario.period.years(); }
  /// Length of a year; of the whole period if the year is -1 [day].
  double days_of(int year) const {
    const std::vector<Instant>& edges = scenario.period.year_edges();
    return year < 0
               ? (edges.back() - edges.front()).count
               : (edges[static_cast<std::size_t>(year) + 1] - edges[static_cast<std::size_t>(year)])
                     .count;
  }
  /// Length of a year, which is 1; of the whole period if the year is -1 [calendar year].
  double years_in(int year) const { return year < 0 ? years() : 1; }
};

Replication replication_of(const Scenario& scenario, std::uint32_t number, const Records& records);

/// Calls visit(node, record) for every desk and arrangement, in order of nodes.
template <class Visit>
void for_each_list(const Replication& replication, Visit visit) {
  for (const NodeId id : replication.scenario.nodes.ids())
    if (has_list(replication.scenario.nodes[id])) visit(id, replication.records.nodes[id]);
}

/// Adds all rows of one table.
using AddRows = void (*)(const Replication&, TableData&);

/// Rows of one table, by their number from 0: [first, end).
struct RowRange {
  std::size_t first = 0;
  std::size_t end = 0;
};

/// How a table is filled that has a row per youth, visit or act: some thousands of rows at a time,
/// and only of the replications of which such rows are kept.
struct FillInParts {
  void (*add_rows)(const Replication&, RowRange, TableData&) = nullptr;
  /// How many rows there are.
  std::size_t (*count)(const Records&) = nullptr;
  /// Frees the records behind the rows before `end` if no other table needs them.
  /// @return the number of the next row, which is lower than `end` if rows were freed
  std::size_t (*release)(Records&, std::size_t end) = nullptr;
};

/// A table to which each replication adds rows.
struct TableDefinition {
  std::string_view path;  ///< of its group in the file, such as "/waiting"
  std::vector<ColumnSpec> (*columns)(const Scenario&, const KeyColumns&) = nullptr;
  AddRows add_rows = nullptr;  ///< null if the table is filled in parts
  FillInParts in_parts{};
};

/// All of them, in the order in which replications fill them.
std::span<const TableDefinition* const> table_definitions();

/// @return what fills a table; null if there is no such table or it is filled in parts
AddRows filler_of(std::string_view path);

// system_kpis.cpp
extern const TableDefinition replication_table;
extern const TableDefinition year_table;
extern const TableDefinition group_table;
extern const TableDefinition group_wait_table;
// waiting_kpis.cpp, use_kpis.cpp
extern const TableDefinition waiting_table;
extern const TableDefinition use_table;
// record_tables.cpp
extern const TableDefinition census_table;
extern const TableDefinition absence_table;
extern const TableDefinition flow_table;
extern const TableDefinition cost_table;
extern const TableDefinition unfunded_table;
// clock_kpis.cpp
extern const TableDefinition clock_table;
extern const TableDefinition stop_table;
// balance_tables.cpp
extern const TableDefinition balance_table;
extern const TableDefinition node_balance_table;
// person_tables.cpp
extern const TableDefinition role_table;
extern const TableDefinition youth_table;
extern const TableDefinition visit_table;

}  // namespace doorstroom
