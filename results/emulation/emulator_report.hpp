#pragma once
/// An emulator and its predictions, as text and as JSON. The JSON of an emulator is also the file
/// in which it is kept.

#include <cstddef>
#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "models/scenario/scenario.hpp"
#include "results/emulation/prediction.hpp"
#include "results/emulation/sweep_emulator.hpp"

namespace doorstroom {

std::string emulator_json(const SweepEmulator& emulator);

/// @param name  of the file, for messages
/// @throws InputError when the text is no emulator, or one of another version
SweepEmulator emulator_of(const std::string& name, const std::string& json);

/// Whether the emulator is accepted, how it agreed, and which parameters bend the figure.
/// @param width  of a line [character]
std::string emulator_text(const SweepEmulator& emulator, const Scenario& scenario,
                          Language language, std::size_t width);

/// @param values  by factor of the space
std::string prediction_json(const std::string& sweep, const SweptSpace& space,
                            const std::vector<double>& values,
                            const std::vector<PredictedFigure>& figures);

std::string prediction_text(const SweptSpace& space, const std::vector<double>& values,
                            const std::vector<PredictedFigure>& figures, const Scenario& scenario,
                            Language language, std::size_t width);

}  // namespace doorstroom
