#pragma once
/// SHA-256 of a text, in hexadecimal. Equal digests show that two files hold the same scenario.

#include <string>
#include <string_view>

namespace doorstroom {

std::string sha256(std::string_view text);
/// The same in base64, as pages name what they allow to run.
std::string sha256_base64(std::string_view text);

}  // namespace doorstroom
