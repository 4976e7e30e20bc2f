#pragma once
/// In how many digits page one writes a figure: in as many everywhere, those of the least certain
/// of its values, so that nobody wonders whether "359" and "358.5" are two things.

#include <string_view>
#include <vector>

#include "results/report/report_sources.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {

/// The figures of the whole system on page one, each a row of its table.
bool is_on_page_one(const KpiName& kpi);

/// For values with these intervals.
NumberText common_digits(std::string_view units, const std::vector<Interval>& values);

/// The years of Unchanged that stand beside its mean: the first and the last.
std::vector<int> years_on_page_one(ReportSources& sources);

/// Of a figure of page one: in its row, and in the sentences. @param kpi  of all years
NumberText page_one_digits(ReportSources& sources, const KpiName& kpi);

}  // namespace doorstroom
