#pragma once
/// The table of the chart of the years: every 13th week of the panels that are drawn without
/// script. Of the others, the means by year stand in the table of the map.

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

ReportTable years_table(const ReportSources& sources, const TimeChart& chart);

}  // namespace doorstroom
