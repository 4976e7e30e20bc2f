#pragma once
/// Describes how two scenarios differ, by the paths that `--set` accepts.

#include <string>

#include "models/messages/message.hpp"

namespace doorstroom {

/// Such as "arrangements.oza.places is 20 there and 30 here", of the first three places, and how
/// many more there are; empty when the texts are equal.
/// @param there, here  canonical JSON, all defaults filled in
LocalizedText scenario_difference(const std::string& there, const std::string& here);

}  // namespace doorstroom
