#pragma once
/// Where the nodes of the continuum stand on the map: in layers from left to right in the order of
/// a youth's way, with as few crossings as can be. The layout depends on nodes and flows alone, so
/// it is the same for all years and variants.

#include "results/charts/chart.hpp"

namespace doorstroom {

/// Fills in width, height, the nodes' places and sizes, and the flows' paths.
void lay_out(MapChart& map);

}  // namespace doorstroom
