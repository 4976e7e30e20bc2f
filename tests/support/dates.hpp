#pragma once
/// Dates as tests write them.

#include <chrono>

#include "models/scenario/period.hpp"

namespace doorstroom {

inline Date date(int year, unsigned month, unsigned day) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

}  // namespace doorstroom
