#pragma once
/// Takes out of charts what would tell who was where on the start date. Whoever makes a chart calls
/// it before the table of the chart is made.

#include "results/charts/chart.hpp"
#include "results/report/privacy.hpp"

namespace doorstroom {

/// Of a hidden node, the years in which who was there is there yet; of all nodes, the flows of the
/// first year. The flows of the whole period become coarse.
void hide_start(MapChart& map, const Privacy& privacy);
/// Of panels that a hidden node gives its id, what was before the day from which it may be shown.
void hide_start(TimeChart& chart, const Privacy& privacy);

}  // namespace doorstroom
