#pragma once
/// What JSON cannot hold: NaN and infinity, for which null stands, and bytes in the name of a file
/// that are no UTF-8, for which U+FFFD does.

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

namespace doorstroom {

inline nlohmann::ordered_json json_number(double value) {
  return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json();
}

/// An answer of the program.
inline std::string json_answer(const nlohmann::ordered_json& json, int indent = 2) {
  return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace doorstroom
