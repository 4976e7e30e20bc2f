#pragma once
/// What a sweep and its emulators tell of one point: what was simulated there; else what the
/// emulator estimates, with the nearest point that was simulated beside it.

#include <string>
#include <vector>

#include "results/emulation/sweep_emulator.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {

/// A point of the sweep, as it was simulated.
struct SimulatedPoint {
  std::vector<double> values;  ///< by factor
  Estimate figure;
};

struct PredictedFigure {
  enum class Basis : std::uint8_t {
    simulated,
    estimated,
    refused,  ///< the emulator failed its test, so there is nothing but the nearest point
  };

  KpiName kpi;
  Basis basis = Basis::estimated;
  Emulated emulated;       ///< unless refused; of a simulated point its own interval is the noise
  SimulatedPoint nearest;  ///< the point itself when it was simulated
};

/// @param arguments  "PATH=VALUE" for every factor, in any order
/// @return values by factor
/// @throws InputError when a factor is missing or unknown, its value no number of its unit, or
///         outside of the space
std::vector<double> values_in(const SweptSpace& space, const std::vector<std::string>& arguments);

/// @param sweep  the one that the emulator is of
PredictedFigure predict(const SweepEmulator& emulator, ResultReader& sweep,
                        const std::vector<double>& values);

}  // namespace doorstroom
