#pragma once
/// SHA-256 of a text, in hexadecimal: by it two files tell that they come from the same scenario.

#include <string>
#include <string_view>

namespace doorstroom {

std::string sha256(std::string_view text);

}  // namespace doorstroom
