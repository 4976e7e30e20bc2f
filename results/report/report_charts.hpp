#pragma once
/// The four charts of a report that also stand alone (`doorstroom plot`), each with the table of
/// what it shows.

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// `waiting`: of those who ask for an arrangement, the share placed within so many weeks.
/// @param all  every arrangement with limited places; else where the fewest are placed, told in the
///             summary
ReportChart waiting_chart(ReportSources& sources, bool all = false);
/// `years`: absent over 4 weeks and 3 months; then each desk and arrangement.
ReportChart years_chart(ReportSources& sources);
/// `map`: the continuum, its flows and loads.
ReportChart map_chart(ReportSources& sources);
/// `difference`: what the variants change. @throws InputError without variants
ReportChart difference_chart(ReportSources& sources);

}  // namespace doorstroom
