#pragma once
/// States of the world: what the assumptions may turn out to be. A plan is judged in many of them.
///
/// They come from the ranges of `evidence` (assumptions.hpp), as the points of a Latin hypercube:
/// every combination of values is then as possible as another. Or they are the sets of inputs that
/// a calibration left (calibration_file.hpp): combinations that agree with what is known. Those are
/// possibilities, too, and not a sample from a distribution: a share of states is no probability.
///
/// Assumptions that the calibration did not vary, such as what a variant does, are drawn from their
/// ranges, set by set; those that rise and fall with a calibrated one follow it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/loading/assumptions.hpp"
#include "results/stats/design_points.hpp"

namespace doorstroom {

/// The sets of inputs that a calibration left, as its folder holds them.
struct CalibratedSets {
  std::string folder;
  std::string scenario;                          ///< its name
  std::string digest;                            ///< SHA-256 of the resolved scenario
  std::vector<std::string> paths;                ///< of the inputs, as `evidence` names them
  std::vector<std::vector<std::string>> values;  ///< [set][input], canonical JSON
};

/// @param name  of the scenario, for the message
/// @throws InputError when no entry of `evidence` has a range
void check_anything_varies(const Assumptions& assumptions, const std::string& name);

struct WorldState {
  std::vector<std::string> values;  ///< by assumption, canonical JSON
  DesignPoint places;               ///< by assumption: how far along its range, in [0, 1]
};

/// @param which  number of the hypercube among those of one seed
std::vector<WorldState> states_within_ranges(const Assumptions& assumptions, std::uint32_t count,
                                             std::uint32_t seed, std::uint32_t which = 0);

/// One state for each set.
/// @throws InputError when the calibration knows none of the assumptions
std::vector<WorldState> states_of_sets(const Assumptions& assumptions, const CalibratedSets& sets,
                                       std::uint32_t seed);

/// How many of the assumptions the calibration knows.
std::size_t calibrated_among(const Assumptions& assumptions, const CalibratedSets& sets);

}  // namespace doorstroom
