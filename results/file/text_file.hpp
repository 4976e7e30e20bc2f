#pragma once
/// Files of text, such as the manifest of a sweep.

#include <string>

namespace doorstroom {

/// The whole file; empty when it cannot be read.
std::string read_text_file(const std::string& path);

/// Writes a file completely or not at all; replaces one that is there. @throws RunError
void write_text_file(const std::string& path, const std::string& text);

}  // namespace doorstroom
