#pragma once
/// With what an editor of overlays completes.

#include <nlohmann/json_fwd.hpp>

#include "models/loading/scenario_loader.hpp"
#include "models/messages/language.hpp"

namespace doorstroom {

/// `schema` (JSON Schema of an overlay), `ids` (names in the scenario by section: "arrangements":
/// ["oza", ...]) and `paths` (of levers, for `set`).
nlohmann::ordered_json completion_json(const ScenarioTree& tree, Language language);

}  // namespace doorstroom
