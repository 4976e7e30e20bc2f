#pragma once
/// Who was where on the start date, by the records of the region, as far as a report may tell.

#include <vector>

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// A heading, the table of who was where, and what is hidden and why; nothing for a scenario that
/// begins without records. It may stand in one section of a report only.
std::vector<ReportBlock> start_of_records(const ReportSources& sources);

}  // namespace doorstroom
