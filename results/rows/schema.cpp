#include "results/rows/schema.hpp"

#include <algorithm>
#include <array>

#include "models/messages/message.hpp"
#include "results/rows/role_names.hpp"
#include "results/rows/table_definition.hpp"

namespace doorstroom {
namespace {

using Names = std::vector<std::string>;

constexpr std::array tables{
    &replication_table, &year_table,   &group_table,   &group_wait_table, &waiting_table,
    &use_table,         &census_table, &absence_table, &flow_table,       &cost_table,
    &unfunded_table,    &clock_table,  &stop_table,    &balance_table,    &node_balance_table,
    &role_table,        &youth_table,  &visit_table,
};

void check_names(const Names& names, const LocalizedText& what) {
  // An HDF5 object header message holds 64 KiB: the names of an enum, each with its code.
  constexpr std::size_t limit = 65'000;
  std::size_t size = 0;
  for (const std::string& name : names) {
    size += name.size() + 1 + sizeof(std::int32_t);
    if (name == "none")
      throw input_error(
          message("a {0} is called `none`\n  in the result file `none` stands for \"does not "
                  "apply\"; give it another name",
                  what));
  }
  if (size > limit)
    throw input_error(
        message("the names of {0} {1}s take {2} bytes\n  a column of the result file can name {3} "
                "bytes; use fewer or shorter names",
                names.size(), what, size, limit));
}

}  // namespace

std::span<const TableDefinition* const> table_definitions() {
  return tables;
}

AddRows filler_of(std::string_view path) {
  const auto found = std::ranges::find(tables, path, &TableDefinition::path);
  return found == tables.end() ? nullptr : (*found)->add_rows;
}

std::vector<std::string> clock_ids(const Scenario& scenario) {
  Names ids;
  for (const LegalClock& clock : scenario.clocks) ids.push_back(clock.id);
  return ids;
}

std::vector<std::string> intervention_ids(const Scenario& scenario) {
  Names ids;
  for (const Intervention& one : scenario.interventions) ids.push_back(one.id);
  return ids;
}

std::vector<std::string> cost_items(const Scenario& scenario) {
  Names nodes;
  for (const Node& node : scenario.nodes) nodes.push_back(node.id);
  Names items = nodes;
  for (const Intervention& intervention : scenario.interventions) {
    const bool taken = std::find(nodes.begin(), nodes.end(), intervention.id) != nodes.end();
    items.push_back(taken ? "interventions." + intervention.id : intervention.id);
  }
  return items;
}

bool is_unlimited(const Scenario& scenario, const Node& node) {
  const auto index = static_cast<std::size_t>(node.index);
  return node.kind == NodeKind::desk ? scenario.desks[index].unlimited
                                     : scenario.arrangements[index].unlimited;
}

std::vector<TableSpec> replication_tables(const Scenario& scenario) {
  check_names(cost_items(scenario), message("node or intervention"));
  check_names(scenario.severities.values(), message("severity"));
  for (const Attribute& attribute : scenario.attributes)
    check_names(attribute.values.values(),
                attribute.id == "subregion" ? message("subregion") : attribute.id);
  check_names(scenario.funders.values(), message("funder"));
  check_names(clock_ids(scenario), message("clock"));
  check_names(intervention_ids(scenario), message("intervention"));
  check_names(role_names(scenario), message("role"));

  const KeyColumns keys(scenario);
  std::vector<TableSpec> specs;
  for (const TableDefinition* table : tables)
    specs.push_back({std::string(table->path), table->columns(scenario, keys)});
  return specs;
}

}  // namespace doorstroom
