#pragma once
/// The answer of a report in two sentences, above all else that it tells.

#include <vector>

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// Without variants: how many drop out and wait, and where most wait. With variants: of each that
/// page one shows, what is shown best, and then what else is better, worse, hardly different, or
/// not known yet.
std::vector<ReportBlock> page_one_answer(ReportSources& sources);

}  // namespace doorstroom
