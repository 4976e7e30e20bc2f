#pragma once
/// Labels in a scenario that was read: one text for both languages, or one for each.

#include <nlohmann/json_fwd.hpp>

#include "models/scenario/label.hpp"

namespace doorstroom {

/// @param json  a text, or an object with `nl` and `en`; of anything else the label is empty
Label label_of(const nlohmann::json& json);

}  // namespace doorstroom
