#pragma once
/// Errors of yaml-cpp in words for people who write scenarios.

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
