#pragma once
/// What a variant takes for granted: every value in which its scenario differs from the base, and
/// how sure each is. A verdict on a variant holds under these.

#include "results/report/assumption_words.hpp"
#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// A sentence on how many values there are and how sure they are, and the table of them; no blocks
/// when nothing differs.
/// @param variant  from 0
/// @param id       of the table
std::vector<ReportBlock> option_assumptions(ReportSources& sources,
                                            const AssumptionNames& assumptions, std::size_t variant,
                                            const std::string& id);

}  // namespace doorstroom
