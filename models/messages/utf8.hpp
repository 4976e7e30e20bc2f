#pragma once
/// Text that people wrote, counted in characters as their editor counts them, and shown back to
/// them without anything that a terminal would obey.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace doorstroom {

/// The characters of UTF-8 text; each byte that is no part of one counts as one U+FFFD.
std::u32string characters(std::string_view text);

/// Position of the first byte that is not UTF-8 [byte].
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Whether a character steers a terminal instead of standing for something: C0, DEL, C1.
bool is_control(char32_t character);

/// As UTF-8, one visible character for each: white space as a space, other controls as U+FFFD.
std::string shown(std::u32string_view text);
std::string shown(std::string_view text);

/// Line `number`, counted from 1, without its end; none where the text has no such line.
std::optional<std::string_view> line_of(std::string_view text, int number);

}  // namespace doorstroom
