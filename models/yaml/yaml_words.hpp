#pragma once
/// What yaml-cpp finds wrong with a file, in words of somebody who writes scenarios.

#include <string_view>

#include "models/messages/said.hpp"

namespace doorstroom {

struct YamlWords {
  Text problem;
  Text suggestion;
};

/// @param message  of an exception of yaml-cpp, without its place
YamlWords plain_words(std::string_view message);

}  // namespace doorstroom
