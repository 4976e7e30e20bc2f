#pragma once
/// What is doubtful in a scenario that may run all the same.

#include <string>

#include "models/loading/scenario_loader.hpp"

namespace doorstroom {

/// All warnings, each with its place; empty when there are none.
std::string warnings_of(const LoadedScenario& loaded, Language language);

}  // namespace doorstroom
