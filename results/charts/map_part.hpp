#pragma once
/// The part of a map that fits a small sheet: fewer nodes instead of smaller letters.

#include <cstddef>

#include "results/charts/chart.hpp"

namespace doorstroom {

/// The map itself where it fits; else its main ways, with a layout of their own. They begin with
/// the node that most youths pass, and grow by the node that most youths go to or come from (of
/// equals, the first), leaving out each that would not fit. Counted are the base and all years.
MapChart main_ways_within(const MapChart& map, double width, double height);

}  // namespace doorstroom
