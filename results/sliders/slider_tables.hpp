#pragma once
/// The tables beside the sliders of a sweep: for readers without script, and to check by.

#include <string>
#include <vector>

#include "results/report/report.hpp"
#include "results/sliders/slider_sweep.hpp"

namespace doorstroom {

/// Every simulated point, or the first 256 of more. @param id  of the sweep in the page
ReportTable slider_points_table(const SliderBlock& block, const std::string& id,
                                const ReportSources& sources);

/// What each knob does by itself. @param effects  by figure; none where it is not estimated
ReportTable slider_effects_table(const SliderBlock& block,
                                 const std::vector<std::vector<KnobEffect>>& effects,
                                 const std::string& id, const ReportSources& sources);

/// How the emulators were tested.
ReportTable slider_tests_table(const std::vector<SweepEmulator>& emulators, const std::string& id,
                               const ReportSources& sources);

}  // namespace doorstroom
