#pragma once
/// Reading the scenario that the user names, and the default name of its result file.

#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// Reads a scenario, and prints its warnings on standard error.
/// @param sets  changes of parameters, each "PATH=VALUE"
/// @throws InputError with every mistake in the scenario, those in names of key figures included
Scenario load_and_warn(const std::string& path, const std::vector<std::string>& sets,
                       Language language);

/// In the current folder: "holland-rijnland.h5" for "scenarios/holland-rijnland.yaml".
std::string default_result_path(const std::string& scenario);

}  // namespace doorstroom
