#pragma once
/// What the program and the module that draws PNG tell each other.

#include <string>

namespace doorstroom {

/// A picture, or why there is none.
struct Png {
  std::string bytes;
  std::string failure;  ///< empty: none
};

/// Draws an SVG, so many times as large as it says of itself.
using DrawPng = void (*)(const std::string& svg, double scale, Png& png);

}  // namespace doorstroom
