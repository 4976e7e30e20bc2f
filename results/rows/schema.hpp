#pragma once
/// The tables of the result file: columns, units and descriptions. results/README.md describes them
/// for readers of the file, and a test compares the two.

#include <vector>

#include "models/scenario/scenario.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// The tables to which each replication adds rows, as ReplicationRows carries them.
/// @throws InputError when a node, severity, value of an attribute, funder, clock or role is called
/// `none`, and
///         when there are more names than an HDF5 enum can hold
std::vector<TableSpec> replication_tables(const Scenario& scenario);

/// The table /nodes, and its rows.
TableSpec node_table(const Scenario& scenario);
TableData node_rows(const Scenario& scenario);

/// Ids of the legal clocks, as the table /clocks names them.
std::vector<std::string> clock_ids(const Scenario& scenario);
std::vector<std::string> intervention_ids(const Scenario& scenario);

/// What costs money: the ids of the nodes, then of the interventions. An intervention with the id
/// of a node is named `interventions.ID`.
std::vector<std::string> cost_items(const Scenario& scenario);

/// Whether youths wait on a list at a node: at desks and arrangements.
inline bool has_list(const Node& node) {
  return node.kind == NodeKind::desk || node.kind == NodeKind::arrangement;
}
/// Whether a desk or arrangement has no limit of staff or places.
bool is_unlimited(const Scenario& scenario, const Node& node);

}  // namespace doorstroom
