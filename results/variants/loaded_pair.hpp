#pragma once
/// What is to be run of a variant: the scenario, and the variant as it would be saved.

#include <string>
#include <vector>

#include "models/loading/scenario_loader.hpp"
#include "models/yaml/issues.hpp"
#include "results/variants/place.hpp"
#include "results/variants/variant.hpp"

namespace doorstroom {

struct LoadedPair {
  std::string overlay;  ///< YAML
  std::string file;     ///< name for the overlay
  Scenario base;
  Scenario variant;          ///< with the seed of the base
  ScenarioTree tree;         ///< of the variant
  std::vector<Issue> notes;  ///< what is odd about the variant, and not about the scenario as it is
};

/// The file that a variant would be. @param asked  name that was asked for; empty: none
std::string file_for(const WhatIfVariant& variant, const std::string& asked);

/// Loads both. What the variant extends is looked at before it is read: a file of the folder.
/// @param file  name for the overlay
/// @throws VariantMistakes with every mistake that has a place, InputError with another
LoadedPair load_pair(const WhatIfPlace& place, const WhatIfVariant& variant,
                     const std::string& file);

/// The scenario itself. @throws InputError with every mistake
LoadedScenario load_base(const WhatIfPlace& place);

}  // namespace doorstroom
