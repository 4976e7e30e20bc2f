#pragma once
/// Every table of the result file: its columns, their units and what they mean. README.md tells the
/// same to the reader of a file, and a test holds the two together.

#include <vector>

#include "models/scenario/scenario.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// The tables to which each replication adds rows, as ReplicationRows carries them.
/// @throws InputError when names of the scenario cannot stand side by side in a file: a node,
/// level,
///         subregion or funder called `none`, or more nodes than an enum can name
std::vector<TableSpec> replication_tables(const Scenario& scenario);

/// The table /nodes, and its rows.
TableSpec node_table(const Scenario& scenario);
TableData node_rows(const Scenario& scenario);

/// Who or what costs money: the nodes, then the interventions. An intervention that has the id of a
/// node stands as `interventions.ID`.
std::vector<std::string> cost_items(const Scenario& scenario);

/// Whether requests are made at a node, and wait there.
inline bool has_list(const Node& node) {
  return node.kind == NodeKind::desk || node.kind == NodeKind::arrangement;
}
/// Whether a desk or arrangement has no limit of staff or places.
bool is_unlimited(const Scenario& scenario, const Node& node);

}  // namespace doorstroom
