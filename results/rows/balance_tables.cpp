#include <fmt/format.h>

#include "engine/error.hpp"
#include "results/rows/table_definition.hpp"

/// Whether every youth who came is accounted for: the tables /balance and /balance_nodes. When the
/// numbers of a row do not balance, filling it throws ContractError with these numbers.

namespace doorstroom {
namespace {

using column::count;

std::vector<ColumnSpec> balance_columns(const Scenario&, const KeyColumns& keys) {
  return {keys.replication(),
          count("arrived", "youth", translatable("Youths who arrived, over the whole run")),
          count("present_at_start", "youth", translatable("Youths there when the run began")),
          count("recorded", "youth",
                translatable("Youths of `today`, there on the start date after a warm-up")),
          count("exited", "youth", translatable("Youths who left, over the whole run")),
          count("replaced", "youth",
                translatable("Youths of the warm-up who made way for those of `today`")),
          count("present_at_end", "youth", translatable("Youths there when the run ended"))};
}

void add_balance_row(const Replication& replication, TableData& rows) {
  const Records& all = replication.records;
  const std::uint64_t came = all.arrived + all.present_at_start + all.recorded;
  const std::uint64_t went = all.exited + all.replaced + all.present_at_end;
  if (came != went)
    throw ContractError(fmt::format(
        "replication {}: the youths do not balance: {} arrived + {} present at the start + {} "
        "recorded = {}, but {} exited + {} replaced + {} present at the end = {}",
        replication.number, all.arrived, all.present_at_start, all.recorded, came, all.exited,
        all.replaced, all.present_at_end, went));
  rows.add(replication.number, all.arrived, all.present_at_start, all.recorded, all.exited,
           all.replaced, all.present_at_end);
}

std::vector<ColumnSpec> node_balance_columns(const Scenario&, const KeyColumns& keys) {
  return {keys.replication(),
          keys.node(),
          count("entered", "youth", translatable("Stays or cases begun, over the whole run")),
          count("inside_at_start", "youth",
                translatable("Inside when the run began; at a desk with who awaits the decision")),
          count("recorded", "youth",
                translatable("Inside on the start date after a warm-up, by `today`")),
          count("left", "youth", translatable("Stays or cases ended, over the whole run")),
          count("replaced", "youth", translatable("Inside until `today` took their place")),
          count("inside_at_end", "youth",
                translatable("Inside when the run ended; at a desk with who awaits the decision"))};
}

void add_node_balance_rows(const Replication& replication, TableData& rows) {
  for_each_list(replication, [&](NodeId id, const NodeRecord& node) {
    const std::uint64_t came = node.entered + node.inside_at_start + node.recorded;
    const std::uint64_t went = node.left + node.replaced + node.inside_at_end;
    if (came != went)
      throw ContractError(fmt::format(
          "replication {}: {} does not balance: {} entered + {} inside at the start + {} recorded "
          "= {}, but {} left + {} replaced + {} inside at the end = {}",
          replication.number, replication.scenario.nodes[id].id, node.entered, node.inside_at_start,
          node.recorded, came, node.left, node.replaced, node.inside_at_end, went));
    rows.add(replication.number, id, node.entered, node.inside_at_start, node.recorded, node.left,
             node.replaced, node.inside_at_end);
  });
}

}  // namespace

constinit const TableDefinition balance_table{"/balance", balance_columns, add_balance_row};
constinit const TableDefinition node_balance_table{"/balance_nodes", node_balance_columns,
                                                   add_node_balance_rows};

}  // namespace doorstroom
