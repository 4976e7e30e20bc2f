#pragma once
/// Tells what one scenario changes in another, key by key.

#include <string>

#include "models/messages/message.hpp"

namespace doorstroom {

/// A line for each path at which they differ, with the old and the new value; empty when nowhere.
/// @param base, changed  resolved scenarios, as canonical JSON
LocalizedText changes_text(const std::string& base, const std::string& changed);

}  // namespace doorstroom
