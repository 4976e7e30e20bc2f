#pragma once
/// Which inputs agree with what is known, as text, as JSON and as tables.

#include <cstddef>
#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "results/calibration/calibration.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// The answer in sentences, tables of targets and inputs, and what the numbers are not.
/// @param width  of a line [character]
std::string calibration_text(const CalibrationQuestion& question, const Calibration& found,
                             const Simulations& simulations, Language language, std::size_t width);

/// @param seconds  that it took; none: leaves out what depends on the moment, for the file
std::string calibration_json(const Calibration& found, const Simulations& simulations,
                             std::optional<double> seconds);

/// /sets, /targets and /waves.
std::vector<Table> calibration_tables(const Calibration& found);

}  // namespace doorstroom
