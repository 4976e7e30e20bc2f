#pragma once
/// Tables of the report on waiting: how long, legal terms, providers that stop, and places that
/// close for lack of money. Each adds nothing when the result has nothing of it.

#include <vector>

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// Waits of those who entered, and of those who still wait, at each desk and arrangement.
void add_wait_table(ReportSources& sources, std::vector<ReportBlock>& blocks);
void add_legal_terms(ReportSources& sources, std::vector<ReportBlock>& blocks);
void add_stops(ReportSources& sources, std::vector<ReportBlock>& blocks);
void add_unfunded(ReportSources& sources, std::vector<ReportBlock>& blocks);

}  // namespace doorstroom
