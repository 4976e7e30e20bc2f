#pragma once
/// A number with a unit behind it, taken apart: "6 weeks", "14%", "-2.5% per year". Reads alike in
/// every locale.

#include <string>
#include <string_view>

#include "models/reading/quantity.hpp"

namespace doorstroom {

struct NumberParts {
  double number = 0;
  double hundredth = 0;  ///< a hundredth of it, rounded once, so that 33.3% is exactly 0.333
  std::string unit;      ///< the words behind it, with single spaces
};

/// Refuses what is not finite, commas, anything between thousands, and what may be thousands with a
/// point between them: "1.200".
ParseResult<NumberParts> take_apart(std::string_view text);

bool is_percentage(std::string_view unit);

}  // namespace doorstroom
