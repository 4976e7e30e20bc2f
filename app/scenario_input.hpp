#pragma once
/// A scenario that a command is given, and where its result goes unless somebody says otherwise.

#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// Tells its warnings, on standard error.
/// @throws InputError with every mistake, also in the names of key figures
Scenario load_and_warn(const std::string& path, const std::vector<std::string>& sets,
                       Language language);

/// holland-rijnland.h5 in the current folder, for scenarios/holland-rijnland.yaml.
std::string default_result_path(const std::string& scenario);

}  // namespace doorstroom
