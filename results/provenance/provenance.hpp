#pragma once
/// The sections that let a reader look behind the figures.

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// Three stories: no blocks when the file keeps no visits.
ReportSection one_youth(ReportSources& sources);
/// How the report was made, and how to make it again.
ReportSection provenance(ReportSources& sources);

}  // namespace doorstroom
