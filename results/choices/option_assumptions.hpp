#pragma once
/// What a variant takes for granted: every value in which its scenario differs from the base, and
/// how sure each is. A verdict on a variant holds under these.

#include "results/report/assumption_words.hpp"
#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// The two numbers by which an option differs most from its base, in words: "OZA: places (+20)";
/// empty: it differs in none that can be compared.
LocalizedText largest_assumptions(ReportSources& sources, const AssumptionNames& assumptions,
                                  std::size_t variant);

/// A sentence on how many values there are and how sure they are, and the table of them; no blocks
/// when nothing differs.
/// @param variant  from 0
/// @param id       of the table
std::vector<ReportBlock> option_assumptions(ReportSources& sources,
                                            const AssumptionNames& assumptions, std::size_t variant,
                                            const std::string& id);
/// Under what id the table of a variant stands in the report. @param variant  from 0
std::string assumptions_id(std::size_t variant);

}  // namespace doorstroom
