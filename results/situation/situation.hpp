#pragma once
/// The sections on what to expect if nothing changes, and the three charts of them that also stand
/// alone (`doorstroom plot`), each with the table of what it shows.

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// The map, and desks and arrangements with the worst first.
ReportSection where_it_hurts(ReportSources& sources);
/// How long it takes to be placed, and to drop out.
ReportSection waiting_and_dropout(ReportSources& sources);
/// What happens week by week and year by year.
ReportSection over_the_years(ReportSources& sources);

/// `map`: the continuum, its flows and loads.
ReportChart map_chart(ReportSources& sources);
/// `waiting`: of those who ask for an arrangement, the share placed within so many weeks.
/// @param all  every arrangement with limited places; else where the fewest are placed, told in the
///             summary
ReportChart waiting_chart(ReportSources& sources, bool all = false);
/// `years`: absent over 4 weeks and 3 months; then each desk and arrangement.
ReportChart years_chart(ReportSources& sources);

}  // namespace doorstroom
