#pragma once
/// A message as JSON: what failed, kept in a folder until somebody reads it in their language.

#include <nlohmann/json_fwd.hpp>

#include "engine/message.hpp"

namespace doorstroom {

/// Words of the user are a string; words of the program an object with their pattern.
nlohmann::json json_of(const Message& message);

/// @param json  as json_of() makes it; anything else becomes a text as it stands
Message message_of(const nlohmann::json& json);

}  // namespace doorstroom
