#pragma once
/// The flows between the nodes of the map. A region has hundreds of them, most of a youth or less a
/// year, so not all are drawn.
///
/// Drawn are the largest flows that carry 90% of all steps together, and of each node the largest
/// flow to it from another and the largest from it to another, so that none stands alone. A flow
/// counts as large as in the result that has it largest: the base and its variants draw the same.

#include <vector>

#include "results/charts/chart.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

struct MapFlows {
  std::vector<MapFlow> drawn;  ///< by variant and year, the whole period first; without paths
  std::size_t left_away = 0;   ///< how many are not drawn
};

/// @param nodes  of all results
MapFlows map_flows(ReportSources& sources, const std::vector<MapNode>& nodes);

}  // namespace doorstroom
