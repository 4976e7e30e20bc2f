#pragma once
/// The overlays in a scenario's folder: those that the scenario's authors wrote, such as plans of
/// interventions, and variants that were saved from the page.

#include <optional>
#include <string>
#include <vector>

#include "models/loading/scenario_loader.hpp"
#include "models/yaml/value.hpp"
#include "results/variants/place.hpp"
#include "results/variants/variant.hpp"

namespace doorstroom {

/// An overlay that extends the scenario, itself or by way of others, and has no mistakes.
struct FolderOverlay {
  std::string extends;  ///< the file that it extends
  Scenario scenario;
  /// Its settings, where it holds nothing else, as what is saved from the page.
  std::optional<WhatIfVariant> variant{};
};

/// What a file of the folder turned out to be.
struct LookedAtFile {
  std::optional<FolderOverlay> overlay;  ///< none: it is none
  std::vector<std::string> read;         ///< paths of the files that this depends on
};

/// Names of the YAML files of the folder, 300 at most, in order.
std::vector<std::string> yaml_files(const WhatIfPlace& place);
/// @param file  name of one of them
/// @return none when it has mistakes
std::optional<LookedAtFile> look_at(const WhatIfPlace& place, const std::string& file);

/// Whether a variant may extend the file: it is the scenario, or an overlay of it in its folder. No
/// link counts as one, and nothing is told of what a file holds that may not.
/// @param file  as a variant names it
bool may_be_extended(const WhatIfPlace& place, const std::string& file);

/// What an overlay's file says, to be changed as a text.
/// @param file  name of an overlay that may be extended
/// @throws InputError when there is none of that name, or it is larger than what the page may send
std::string text_of(const WhatIfPlace& place, const std::string& file);

/// The settings of an overlay that holds nothing else. @param own  the file alone
/// @param scenario  name of the scenario's file, without its folder
std::optional<WhatIfVariant> settings_alone(const Value& own, const std::string& scenario);

/// The scenario, or an overlay in its folder.
/// @param file  name of the overlay; empty: the scenario itself
/// @throws InputError when there is none of that name, or it has mistakes
ScenarioTree tree_of(const WhatIfPlace& place, const std::string& file);

}  // namespace doorstroom
