#pragma once
/// The columns that say which thing a row is about, shared by most tables of the result file.

#include <string>
#include <utility>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "results/table/column.hpp"

namespace doorstroom {

class KeyColumns {
 public:
  explicit KeyColumns(const Scenario& scenario) {
    for (const Node& node : scenario.nodes) node_ids_.push_back(node.id);
  }

  ColumnSpec replication() const {
    return column::id("replication", translatable("Number of the replication, from 0"));
  }
  ColumnSpec year() const {
    return column::id("year", translatable("Year since the start date, from 0"));
  }
  ColumnSpec year_or_all() const {
    return column::id("year",
                      translatable("Year since the start date, from 0; -1: the whole period"));
  }
  ColumnSpec week() const {
    return column::id("week", translatable("Week since the start date, negative in the warm-up"));
  }
  ColumnSpec day(std::string name, Description description) const {
    return column::number(std::move(name), "day", std::move(description));
  }
  ColumnSpec census_day() const {
    return day("day", translatable("Moment of the census, since the start date"));
  }
  ColumnSpec node(std::string name, Description description) const {
    return column::category(std::move(name), node_ids_, std::move(description));
  }
  ColumnSpec node() const { return node("node", translatable("Desk or arrangement")); }

 private:
  std::vector<std::string> node_ids_;  ///< of all nodes, in declared order
};

}  // namespace doorstroom
