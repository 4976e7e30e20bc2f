#pragma once
/// Tables of what a variant changes.

#include <functional>
#include <string>
#include <vector>

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"
#include "results/report/verdict_words.hpp"

namespace doorstroom {

/// The headline figures over a span of time, each with its verdict.
ReportTable verdict_table(const ReportSources& sources, const std::string& id,
                          const LocalizedText& caption, const VerdictSpan& span);

/// Figures that no verdict is about, each difference with a 95% interval of its own.
/// @param name_of  what a row is called
ReportTable exploratory_table(const ReportSources& sources, const std::string& id,
                              const LocalizedText& caption,
                              const std::vector<ComparedFigure>& figures,
                              const std::function<std::string(const ComparedFigure&)>& name_of);

/// By group of youths, the difference in each figure. @param figures  figure by figure, each group
ReportTable group_table(const ReportSources& sources, const std::string& id,
                        const LocalizedText& caption, const std::vector<ComparedFigure>& figures);

}  // namespace doorstroom
