#pragma once
/// What levels of severity are called that a scenario gives no label.

#include <string>

#include "models/messages/message.hpp"

namespace doorstroom {

/// `light`, `middle` and `complex` are translated, another level stays as it is.
LocalizedText level_without_label(const std::string& level);

}  // namespace doorstroom
