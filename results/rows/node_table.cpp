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
      {keys.node("node", translatable("Node, as in every other table")),
       text("id", translatable("Id in the scenario")),
       category("kind", {"source", "desk", "arrangement", "choice", "exit"},
                translatable("What it is")),
       text("label_nl", translatable("Name in Dutch")),
       text("label_en", translatable("Name in English")),
       category("leads", {"education", "care"}, translatable("Which side leads an arrangement")),
       category("education", {"full", "part", "share", "exempt", "unchanged"},
                translatable("What it does to taking part in education; none: no education")),
       number("education_share", "1",
              translatable("Share of the school hours taken part in; NaN: not a share")),
       id("units",
          translatable("Number of units; 0 for sources, choices and exits, which have none"))}};
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
