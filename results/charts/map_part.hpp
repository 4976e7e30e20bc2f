#pragma once
/// The part of a map that fits a small sheet: fewer nodes instead of smaller letters.

#include <cstddef>

#include "results/charts/chart.hpp"

namespace doorstroom {

/// The nodes that most youths pass or wait for (the first of equals), the flows between them, and
/// a layout of their own. Counted are the base and all years; a node's youths a year and its list
/// weigh alike, each as a share of the largest.
MapChart busiest_part(const MapChart& map, std::size_t nodes);

/// The largest such part that is no wider and no higher; of one node at least.
MapChart busiest_part_within(const MapChart& map, double width, double height);

}  // namespace doorstroom
