#pragma once
/// How wide a text is, without asking for a font. Drawings ask for Liberation Sans, Arial or
/// Helvetica, whose letters have the same widths; so one table tells where a line must break.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace doorstroom {

/// In the units of the font size; bold text counts 8% wider, which no word exceeds by much.
double text_width(std::string_view text, double font_size, bool bold = false);

struct WrappedText {
  std::vector<std::string> lines;
  bool cut = false;  ///< the last line ends in "..." because the rest had no room

  /// Of the widest line.
  double width(double font_size, bool bold = false) const;
};

/// Breaks a text between words; a word wider than a line is broken within.
/// @param most_lines  at least 1
WrappedText wrapped(std::string_view text, double width, double font_size, std::size_t most_lines,
                    bool bold = false);

}  // namespace doorstroom
