#pragma once
/// Files of text, such as the manifest of a sweep.

#include <string>

namespace doorstroom {

/// The whole file; empty when there is none, or it is no regular file.
/// @throws InputError when it is there and cannot be read
std::string read_text_file(const std::string& path);

/// Writes a file completely or not at all: text, or the bytes of a picture.
/// @param replace  whether a file that is there may be replaced
/// @throws InputError when it may not, or its folder does not exist; RunError when it cannot be
///         written
void write_text_file(const std::string& path, const std::string& text, bool replace = true);

}  // namespace doorstroom
