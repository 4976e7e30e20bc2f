#pragma once
/// The file in which a calibration keeps its answer, for people and for other commands:
/// calibration.json, in the folder that also keeps its simulations.

#include <string>

#include "results/experiment/states_of_world.hpp"

namespace doorstroom {

/// Writes DIR/calibration.json, in the place of an earlier one.
/// @param json  as calibration_json() makes it
/// @throws RunError when it cannot be written
void write_calibration(const std::string& folder, const std::string& json);

/// The sets that such a file holds.
/// @throws InputError when the folder has no such file, it cannot be read, or it holds no set
CalibratedSets read_calibrated_sets(const std::string& folder);

}  // namespace doorstroom
