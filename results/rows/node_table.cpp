#include <limits>

#include "results/rows/key_columns.hpp"
#include "results/rows/schema.hpp"

/// The table /nodes.

namespace doorstroom {

using column::category;
using column::id;
using column::number;
using column::text;

TableSpec node_table(const Scenario& scenario) {
  const KeyColumns keys(scenario);
  return {
      "/nodes",
      {keys.node("node", "Node, as in every other table", "Plek, zoals in elke andere tabel"),
       text("id", "Id in the scenario", "Id in het scenario"),
       category("kind", {"source", "desk", "arrangement", "choice", "exit"}, "What it is",
                "Wat het is"),
       text("label_nl", "Name in Dutch", "Naam in het Nederlands"),
       text("label_en", "Name in English", "Naam in het Engels"),
       category("leads", {"education", "care"}, "Which side leads an arrangement",
                "Wie de regie heeft over een arrangement"),
       category("education", {"full", "part", "share", "exempt", "unchanged"},
                "What it does to taking part in education; none: no education",
                "Wat het met deelname aan onderwijs doet; none: geen onderwijs"),
       number("education_share", "1", "Share of the school hours taken part in; NaN: not a share",
              "Deel van de onderwijstijd waaraan wordt deelgenomen; NaN: geen deel"),
       id("units", "Number of units; 0 for sources, choices and exits, which have none",
          "Aantal onderdelen; 0 voor bronnen, keuzes en uitgangen, die er geen hebben")}};
}

TableData node_rows(const Scenario& scenario) {
  TableData rows(node_table(scenario));
  std::int32_t code = 0;
  for (const Node& node : scenario.nodes) {
    constexpr std::int32_t full = 0, part = 1, share = 2, exempt = 3, unchanged = 4;
    const bool has_share = node.education == Education::share;
    const double attends = node.education_share;
    const std::int32_t education = has_share                             ? attends == 1     ? full
                                                                           : attends == 0.5 ? part
                                                                                            : share
                                   : node.education == Education::exempt ? exempt
                                   : node.education == Education::none   ? none_code
                                                                         : unchanged;
    const std::int32_t leads = node.leads == Leads::education ? 0
                               : node.leads == Leads::care    ? 1
                                                              : none_code;
    rows.add(code++, node.id, static_cast<std::int32_t>(node.kind), node.label.nl, node.label.en,
             leads, education, has_share ? attends : std::numeric_limits<double>::quiet_NaN(),
             has_list(node) ? node.units.count : 0);
  }
  return rows;
}

}  // namespace doorstroom
