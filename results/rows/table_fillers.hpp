#pragma once
/// How each table is filled from one replication; kpi.cpp puts them together.

#include <string_view>

#include "models/continuum/records.hpp"
#include "models/scenario/scenario.hpp"
#include "results/rows/costs.hpp"
#include "results/rows/curves.hpp"
#include "results/rows/schema.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// All that a table is filled from.
struct Replication {
  const Scenario& scenario;
  std::int32_t number;
  const Records& records;
  std::vector<Expense> expenses;
  std::vector<Curves> waits;  ///< wait_curves() of each node that has a list, in order of nodes

  int years() const { return scenario.period.years(); }
  /// Length of a year of the result; of -1, of the whole period [day].
  double days_of(int year) const {
    const std::vector<Instant>& edges = scenario.period.year_edges();
    return year < 0
               ? (edges.back() - edges.front()).count
               : (edges[static_cast<std::size_t>(year) + 1] - edges[static_cast<std::size_t>(year)])
                     .count;
  }
  /// By how much counts of a span are divided to be per year.
  double years_in(int year) const { return year < 0 ? years() : 1; }
};

Replication replication_of(const Scenario& scenario, std::uint32_t number, const Records& records);

/// Calls visit(node, record) for every desk and arrangement, in order of nodes.
template <class Visit>
void for_each_list(const Replication& replication, Visit visit) {
  NodeId id = 0;
  for (const Node& node : replication.scenario.nodes) {
    if (has_list(node)) visit(id, replication.records.nodes[static_cast<std::size_t>(id)]);
    ++id;
  }
}

/// Adds the rows of one table that no single person stands in.
using AddRows = void (*)(const Replication&, TableData&);
/// How that table is filled; null if it is not one of those. @param table  such as "/waiting"
AddRows filler_of(std::string_view table);

// Key figures of the whole system.
void add_replication_row(const Replication& replication, TableData& rows);
void add_year_rows(const Replication& replication, TableData& rows);
void add_group_rows(const Replication& replication, TableData& rows);

// Key figures of desks and arrangements.
void add_waiting_rows(const Replication& replication, TableData& rows);
void add_use_rows(const Replication& replication, TableData& rows);

// What was recorded, as it stands.
void add_census_rows(const Replication& replication, TableData& rows);
void add_absence_rows(const Replication& replication, TableData& rows);
void add_flow_rows(const Replication& replication, TableData& rows);
void add_cost_rows(const Replication& replication, TableData& rows);
void add_clock_rows(const Replication& replication, TableData& rows);

/// Some of the rows of persons and of what was done about them, counted from 0.
struct RowRange {
  std::size_t first = 0;
  std::size_t end = 0;
};
void add_role_rows(const Replication& replication, RowRange range, TableData& rows);
void add_youth_rows(const Replication& replication, RowRange range, TableData& rows);
void add_visit_rows(const Replication& replication, RowRange range, TableData& rows);

// The balance, checked: throws ContractError with the numbers when it does not close.
void add_balance_row(const Replication& replication, TableData& rows);
void add_node_balance_rows(const Replication& replication, TableData& rows);

}  // namespace doorstroom
