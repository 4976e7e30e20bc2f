#pragma once
/// The section on how sure the report is.

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// Targets, evidence, and the answers whose files were given.
ReportSection how_sure(ReportSources& sources);

}  // namespace doorstroom
