#pragma once
/// The tables of the chart of the years: of each panel every 13th week.

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// @return one for each panel, in their order
std::vector<ReportTable> years_tables(const ReportSources& sources, const TimeChart& chart);

}  // namespace doorstroom
