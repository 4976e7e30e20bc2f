#pragma once
/// What yaml-cpp finds wrong with a file, in words of somebody who writes scenarios.

#include <string>
#include <string_view>

namespace doorstroom {

struct YamlWords {
  std::string problem;
  std::string suggestion;
};

/// @param message  of an exception of yaml-cpp, without its place
YamlWords plain_words(std::string_view message);

}  // namespace doorstroom
