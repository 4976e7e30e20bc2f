#pragma once
/// The emulator of one key figure of a sweep, and the test that it must pass: sixty points that it
/// was not fitted to are simulated with the seeds of the sweep, and nine in ten of them must lie in
/// their 95% intervals. An emulator that fails is refused: of its sweep, only simulated points are
/// shown.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "results/emulation/swept_space.hpp"
#include "results/experiment/simulations.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/stats/emulator.hpp"
#include "results/sweep/manifest.hpp"

namespace doorstroom {

/// A point that was simulated to test the emulator.
struct FreshPoint {
  std::vector<double> values;  ///< by factor
  double simulated = 0;        ///< mean over the replications of the sweep
  Emulated emulated;
  bool agrees = false;
  bool near_full_load = false;  ///< a load between 0.9 and 1.1
};

/// How some fresh points agree.
struct Agreement {
  std::uint32_t points = 0;
  std::uint32_t agree = 0;
  double error = 0;  ///< root of the mean squared difference; NaN without points
};

struct EmulatorCheck {
  Agreement all;
  Agreement near_full_load;
  double q2 = 0;  ///< share of the fresh points' variance that the emulator tells
  /// Steps in which a node gets more capacity, and in how many its own figure gets worse.
  std::uint32_t steps = 0;
  std::uint32_t worse_steps = 0;

  std::uint32_t needed() const { return (all.points * 9 + 9) / 10; }
  bool accepted() const { return all.agree >= needed(); }
};

struct SweepEmulator {
  std::string sweep;       ///< its name
  std::string sweep_hash;  ///< SHA-256 of its manifest
  std::uint32_t seed = 0;
  KpiName kpi;
  std::optional<double> smallest_relevant;  ///< difference, as the scenario says
  SweptSpace space;
  DesignValues design;  ///< of the points that it was fitted to
  EmulatorModel model;
  std::vector<FreshPoint> fresh;
  EmulatorCheck check;
};

/// SHA-256 of a sweep's manifest: an emulator is of the sweep as it was.
std::string hash_of(const Manifest& manifest);

/// The emulator, not tested yet.
/// @param sweep  merged
/// @throws InputError when the sweep has too few points (ten for each factor) or replications
///         (five of each point), did not keep the figure, or varies what is no number
SweepEmulator fit_sweep(ResultReader& sweep, const Manifest& manifest, const KpiName& kpi);

/// Simulates fresh points, and fills in `fresh` and `check`.
/// @param simulations  of the sweep's scenario, which keep its key figure among others
/// @param on_plan      called when it is known how many replications that takes
/// @throws RunError, Interrupted as run_replications()
void test_on_fresh_points(SweepEmulator& emulator, Simulations& simulations,
                          const std::function<void(std::uint32_t replications)>& on_plan = {});

}  // namespace doorstroom
