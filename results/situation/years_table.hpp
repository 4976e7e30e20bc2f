#pragma once
/// The tables of the chart of the years, which tell every 13th week: one of the panels that are
/// drawn without script, and one of each other panel.

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

ReportTable years_table(const ReportSources& sources, const TimeChart& chart);
std::vector<ReportTable> more_years_tables(const ReportSources& sources, const TimeChart& chart);

}  // namespace doorstroom
