#pragma once
/// The value of a parameter as people read it, where a file says "3.2 fte".

#include <string>

#include "models/messages/language.hpp"

namespace doorstroom {

/// "240", "12.5 fte", "6 weeks".
/// @param unit  as scenarios write it; empty for plain numbers
std::string parameter_text(double value, const std::string& unit, Language language);
/// The unit in the language: "weken".
std::string parameter_unit(const std::string& unit, Language language);

}  // namespace doorstroom
