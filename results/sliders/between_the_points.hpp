#pragma once
/// The section with the sliders of sweeps.

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// The sliders of the sweeps: no blocks without one.
ReportSection between_the_points(ReportSources& sources);

}  // namespace doorstroom
