#pragma once
/// The sections of a report, in the order in which they are read.

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// The decision, the answer in two sentences, at most three options in five figures, what decides,
/// what is not modelled. One A4. Made last, of what the others hold.
ReportSection page_one(ReportSources& sources);
/// The map, and desks and arrangements with the worst first.
ReportSection where_it_hurts(ReportSources& sources);
/// How long it takes to be placed, and to drop out.
ReportSection waiting_and_dropout(ReportSources& sources);
/// What happens week by week and year by year.
ReportSection over_the_years(ReportSources& sources);
/// What the variants change: no blocks without variants.
ReportSection what_changes(ReportSources& sources);
/// Targets, evidence, and the answers whose files were given.
ReportSection how_sure(ReportSources& sources);
/// Three stories: no blocks when the file keeps no visits.
ReportSection one_youth(ReportSources& sources);
/// How it was made, and how to make it again.
ReportSection provenance(ReportSources& sources);
/// The sliders of the sweeps: no blocks without one.
ReportSection between_the_points(ReportSources& sources);

/// All sections that have something to tell.
Report report_of(ReportSources& sources);

}  // namespace doorstroom
