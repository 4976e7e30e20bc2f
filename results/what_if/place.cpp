#include "results/what_if/place.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

/// As a shell takes it for one word.
std::string quoted(const std::string& name) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
  if (name.find_first_not_of(plain) == std::string::npos && !name.starts_with('-')) return name;
  std::string text = "'";
  for (const char c : name) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

}  // namespace

std::string file_of(const WhatIfPlace& place) {
  return fs::path(place.scenario).filename().string();
}

std::string beside(const WhatIfPlace& place, const std::string& file) {
  return (fs::path(place.scenario).parent_path() / file).string();
}

std::string repeating_command(const WhatIfPlace& place, const std::string& variant_file,
                              std::uint32_t replications) {
  return fmt::format("doorstroom compare {} {} --replications {}", quoted(file_of(place)),
                     quoted(variant_file), replications);
}

}  // namespace doorstroom
