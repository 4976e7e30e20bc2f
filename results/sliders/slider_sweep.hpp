#pragma once
/// A sweep of the report's scenario, opened, and what a page needs of it to predict.

#include <string>
#include <vector>

#include "results/emulation/sweep_emulator.hpp"
#include "results/report/report_sources.hpp"
#include "results/report/slider_block.hpp"

namespace doorstroom {

struct SliderSweep {
  Manifest manifest;
  ResultReader result;
  SweptSpace space;
  DesignValues design;
  std::vector<KpiName> figures;          ///< that the report shows
  std::vector<SweepEmulator> emulators;  ///< of some of these

  /// Null when there is none.
  const SweepEmulator* emulator(const KpiName& kpi) const;
};

/// The figures are those with an emulator and the scenario's headline; where the sweep kept none of
/// these, all that it kept.
/// @param folder  of a merged sweep of the same scenario as the report's base, which may differ in
///                what the sweep varies
/// @throws InputError when it is another, is not merged, an emulator is damaged or of the sweep
///         before it was extended, or the sweep varies what is no number
SliderSweep open_slider_sweep(const std::string& folder, ReportSources& sources);

/// Of more than six parameters, those stay where they start that move the figures least.
SliderBlock slider_block(SliderSweep& sweep, ReportSources& sources);

/// How far the emulator was off on average, in its test: "0.8 pp".
LocalizedText error_text(const SweepEmulator& emulator);

/// What happens to a figure when one knob goes from its lowest value to its highest, and the others
/// stay where they start.
struct KnobEffect {
  std::size_t knob = 0;
  double at_low = 0;
  double at_high = 0;
  Interval change;  ///< with 95% bounds: of noise and of the emulator together
};

/// By knob that moves, the largest change first.
/// @param emulator  accepted
std::vector<KnobEffect> knob_effects(const SweepEmulator& emulator,
                                     const std::vector<SliderKnob>& knobs);

}  // namespace doorstroom
