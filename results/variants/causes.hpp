#pragma once
/// Which part of a variant makes a mistake that is found in the file that it extends: who takes an
/// arrangement away is told so there, and not at the route that led to it.

#include <vector>

#include "models/loading/scenario_loader.hpp"
#include "models/yaml/issues.hpp"

namespace doorstroom {

/// Tells each mistake that has another place than the overlay at the part of the overlay without
/// which it would not be there. What has no such part, or no single one, stays where it is; so do
/// all when the overlay cannot be read.
/// @param overlay  whose document is the first of those that the issues are in
/// @param further  that the mistakes were found with
void place_at_causes(std::vector<Issue>& issues, const ScenarioText& overlay,
                     const FurtherCheck& further);

}  // namespace doorstroom
