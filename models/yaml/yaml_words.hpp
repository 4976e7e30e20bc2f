#pragma once
/// What yaml-cpp finds wrong with a file, in words of somebody who writes scenarios.

#include <string_view>

#include "models/messages/message.hpp"

namespace doorstroom {

struct YamlWords {
  LocalizedText problem;
  LocalizedText suggestion;
};

/// @param message  of an exception of yaml-cpp, without its place
YamlWords plain_words(std::string_view message);

}  // namespace doorstroom
