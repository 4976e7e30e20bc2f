#pragma once
/// The answer of a report in two sentences, above all else that it tells.

#include <vector>

#include "results/report/assumption_words.hpp"
#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// Without variants: how many drop out and wait, and where most wait. With variants: of each that
/// page one shows, the one or two differences that matter and are supported best, or that none is
/// shown to matter; and what it assumes above all.
std::vector<ReportBlock> page_one_answer(ReportSources& sources,
                                         const AssumptionNames& assumptions);

}  // namespace doorstroom
