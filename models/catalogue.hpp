#pragma once
/// The texts of the program in Dutch. A text is a sentence with `{}` where something is filled in,
/// and its translation has the same.

#include <span>
#include <string_view>

namespace doorstroom {

struct Translation {
  std::string_view en;
  std::string_view nl;
};

/// All translations, part by part.
std::span<const std::span<const Translation>> catalogue();

}  // namespace doorstroom
