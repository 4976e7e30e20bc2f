#pragma once
/// Which inputs agree with what is known: `doorstroom calibrate`. The inputs are the assumptions
/// that `evidence` gives a range; what is known are the targets of the scenario. By history
/// matching (history_matching.hpp), on the targets marked `tune`, and in waves:
///
/// 1. The points of a Latin hypercube over the ranges are simulated; in later waves points that
/// fill
///    what is left of them. Each point has replications of its own, so that one's luck is not that
///    of another.
/// 2. An emulator is fitted to each target (gaussian_process.hpp), of means over replications, on
///    the line on which they are smooth (outcome_line.hpp), to this wave's points and the earlier
///    ones that are not ruled out. Where its own points, each left out, lie further from it than it
///    says, its variance is raised.
/// 3. What the emulators of any wave find implausible is ruled out, until a wave rules out less
///    than a tenth of what was left.
///
/// Sets of inputs that fill what is left are then simulated with fresh replications, and kept if
/// these do not rule them out. They are possibilities, and not probabilities: none is more likely
/// than another because more sets lie near it. Targets marked `check` had no part in it, and judge.
///
/// The variance of an implausibility: of the observation, for which the tolerance, or half the
/// range, is two standard deviations; of the target's `discrepancy`, likewise; of a single future
/// over the span of the target, as what was observed is one; of the emulator. All on the line of
/// the target.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/loading/assumptions.hpp"
#include "results/calibration/calibration_waves.hpp"
#include "results/experiment/simulations.hpp"

namespace doorstroom {

struct CalibrationQuestion {
  std::uint32_t points = 0;        ///< of a wave; 0: ten for each input
  std::uint32_t replications = 4;  ///< of each point; at least 2
  std::uint32_t sets = 50;         ///< at least so many are looked for
  std::uint32_t waves = 10;        ///< at most
  std::uint32_t at_most = 20'000;  ///< replications

  /// Of all targets of a scenario, in their order.
  static std::vector<KpiName> kpis(const Scenario& scenario);
};

struct CalibrationWave {
  std::uint32_t points = 0;
  double share = 0;  ///< of the ranges that is left after it; 0: nothing was found that agrees
};

/// Inputs that agree with what is known.
struct CalibratedSet {
  std::vector<std::string> values;  ///< by assumption, canonical JSON, as --set takes it
  DesignPoint places;               ///< by input
  Implausibility implausibility;    ///< over the targets marked `tune`, by its replications
  std::vector<Interval> figures;    ///< by target: mean over its replications
};

/// How the sets stand to a target.
struct TargetMatch {
  Target target;  ///< as the scenario has it
  KpiName kpi;
  std::size_t sets_met = 0;    ///< sets whose mean lies in the range of the target
  std::size_t points_met = 0;  ///< of all points that were simulated, sets included
  /// Share of the last wave's points in the 95% interval of the emulator that leaves them out;
  /// none: it was not emulated, as it is for checking, or had too little data.
  std::optional<double> covered;
};

/// What the sets say of an input.
struct InputMatch {
  std::string name;
  double low = 0;   ///< place in its range that 10% of what is left lie below
  double high = 1;  ///< likewise 90%
};

struct Calibration {
  std::string folder;
  Assumptions assumptions;
  std::vector<TargetMatch> targets;
  std::vector<InputMatch> inputs;  ///< by input
  std::vector<CalibrationWave> waves;
  UnruledSpace space;
  bool has_settled = false;  ///< the last wave ruled out less than a tenth of what was left
  std::vector<CalibratedSet> sets;
  std::uint32_t tried_sets = 0;  ///< sets that were simulated, those included that were ruled out
  std::size_t points = 0;        ///< simulated in all, sets included
  /// Targets marked `tune`, by index, two or three, which no point met together, though some point
  /// met any fewer of them.
  std::vector<std::vector<std::size_t>> not_together;
  std::size_t most_met_by_point = 0;    ///< targets marked `tune` that one point met, at most
  std::size_t most_met = 0;             ///< targets marked `tune` that one set met, at most
  std::size_t sets_with_most = 0;       ///< sets that met so many
  std::uint32_t replications_each = 0;  ///< of a set

  std::size_t tuned() const;  ///< targets marked `tune`
};

/// Whether a mean lies in the range of a target; not where there is no data.
bool meets(const Target& target, double mean);

/// @param simulations  of the scenario, that keep CalibrationQuestion::kpis()
/// @throws InputError when no target is marked `tune`, nothing can be varied, values drawn together
///         make no valid scenario, or at_most is too few
/// @throws RunError, Interrupted as run_replications()
Calibration calibrate(const CalibrationQuestion& question, Simulations& simulations,
                      const OnEstimate& on_estimate = {});

}  // namespace doorstroom
