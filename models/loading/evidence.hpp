#pragma once
/// How sure a scenario is of what it says.

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// Whether an entry of `evidence` is about a parameter: the pattern names it, or the map in which
/// it stands.
bool is_about(const std::string& pattern, const std::string& path);

/// Paths of the parameters, not 0, for which no `evidence` says where they come from, as declared.
std::vector<std::string> without_evidence(Scenario scenario);

}  // namespace doorstroom
