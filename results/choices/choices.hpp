#pragma once
/// The sections for whoever chooses: page one, and what each variant changes.

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// The decision, the answer in two sentences, at most three options in five figures, what decides,
/// what is not modelled. One A4. Made last, of what the others hold.
ReportSection page_one(ReportSources& sources);
/// What the variants change: no blocks without variants.
ReportSection what_changes(ReportSources& sources);

/// `difference`: what the variants change, as a chart that also stands alone (`doorstroom plot`).
/// @throws InputError without variants
ReportChart difference_chart(ReportSources& sources);

}  // namespace doorstroom
