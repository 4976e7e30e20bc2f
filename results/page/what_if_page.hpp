#pragma once
/// The page on which a planner changes a scenario and sees its figures change. It holds nothing of
/// the scenario: the script asks the program that serves it for all that it shows.

#include <string>
#include <string_view>

#include "models/messages/language.hpp"

namespace doorstroom {

/// @param style  of pages
/// @param nonce  of this answer, which its header allows for styles: letters and digits
/// @return HTML that asks for the script what-if.js beside it, and says so where there is none
std::string what_if_page(Language language, std::string_view style, std::string_view nonce);

}  // namespace doorstroom
