#pragma once
/// The warnings about a scenario: things that look wrong, but do not keep it from running.

#include <string>

#include "models/loading/scenario_loader.hpp"

namespace doorstroom {

/// The text of all warnings, each with file and line; empty when there are none.
std::string warnings_of(const LoadedScenario& loaded, Language language);

}  // namespace doorstroom
