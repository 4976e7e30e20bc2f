#pragma once
/// Numbers in JSON, which has no NaN and no infinity: null stands for them.

#include <cmath>
#include <nlohmann/json.hpp>

namespace doorstroom {

inline nlohmann::ordered_json json_number(double value) {
  return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json();
}

}  // namespace doorstroom
