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
    return column::id("replication", "Number of the replication, from 0",
                      "Nummer van de herhaling, vanaf 0");
  }
  ColumnSpec year() const {
    return column::id("year", "Year since the start date, from 0",
                      "Jaar sinds de startdatum, vanaf 0");
  }
  ColumnSpec year_or_all() const {
    return column::id("year", "Year since the start date, from 0; -1: the whole period",
                      "Jaar sinds de startdatum, vanaf 0; -1: de hele periode");
  }
  ColumnSpec week() const {
    return column::id("week", "Week since the start date, negative in the warm-up",
                      "Week sinds de startdatum, negatief in de aanlooptijd");
  }
  ColumnSpec day(std::string name, std::string en, std::string nl) const {
    return column::number(std::move(name), "day", std::move(en), std::move(nl));
  }
  ColumnSpec census_day() const {
    return day("day", "Moment of the census, since the start date",
               "Moment van de telling, sinds de startdatum");
  }
  ColumnSpec node(std::string name, std::string en, std::string nl) const {
    return column::category(std::move(name), node_ids_, std::move(en), std::move(nl));
  }
  ColumnSpec node() const { return node("node", "Desk or arrangement", "Loket of arrangement"); }

 private:
  std::vector<std::string> node_ids_;  ///< of all nodes, in declared order
};

}  // namespace doorstroom
