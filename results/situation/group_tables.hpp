#pragma once
/// A table for each attribute of the youths by which a result keeps figures (municipality,
/// severity, age), with a sentence on where they wait longest.

#include <vector>

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// Attributes by which nobody is told apart are left out, and groups in which nobody arrives.
std::vector<ReportBlock> group_tables(ReportSources& sources);

}  // namespace doorstroom
