#pragma once
/// The report with all its sections, as plain data.

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// All sections that have something to tell, in the order in which they are read; what a report
/// keeps to itself is taken out.
Report whole_report(ReportSources& sources);

}  // namespace doorstroom
