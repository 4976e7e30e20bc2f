#pragma once
/// One of something, or several, as the languages have it: "1 desk", "2 desks".

#include <fmt/format.h>

#include <concepts>

#include "models/messages/said.hpp"

namespace doorstroom {

template <std::integral Count>
Text counted(Count count, fmt::format_string<const Count&> one,
             fmt::format_string<const Count&> several) {
  return count == 1 ? say(one, count) : say(several, count);
}

}  // namespace doorstroom
