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

/// Whether a character turns the direction in which text around it is read, so that it reads as
/// what it is not: the marks, embeddings, overrides and isolates of bidirectional text.
bool is_bidi(char32_t character);

/// Whether a character may stand in a text: neither of those above, nor one that divides lines
/// without being the end of one (U+2028, U+2029), nor one of the numbers that are no characters
/// (U+FFFE). What a scenario may say, a result may hold and a terminal may show is this one test.
bool is_plain(char32_t character);

/// A character that may not stand in a text, and where it begins [byte].
struct ForeignCharacter {
  std::size_t position = 0;
  char32_t character = 0;
};
/// The first that is not plain; tabs and the ends of lines (LF, CRLF) are, in a text.
std::optional<ForeignCharacter> first_foreign(std::string_view text);

/// The same text for a terminal or a line of a log: each character that is not plain as its escape
/// in YAML and JSON, `\u001b`, and each byte that is no UTF-8 as `\x9b`. Tabs and ends of lines
/// stay.
std::string escaped(std::string_view text);

/// As UTF-8, one visible character for each: white space as a space, what is not
/// plain as U+FFFD.
std::string shown(std::u32string_view text);
std::string shown(std::string_view text);

/// Line `number`, counted from 1, without its end; none where the text has no such line.
std::optional<std::string_view> line_of(std::string_view text, int number);

}  // namespace doorstroom
