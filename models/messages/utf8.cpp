#include "models/messages/utf8.hpp"

#include <fmt/format.h>

#include <boost/locale/utf.hpp>
#include <cstdint>
#include <iterator>

namespace doorstroom {
namespace {

namespace utf = boost::locale::utf;
using Utf8 = utf::utf_traits<char>;

/// Decodes the character at `at` and moves behind it; utf::illegal moves one byte, so that reading
/// falls into step again with the next good character.
utf::code_point decode(const char*& at, const char* end) {
  const char* next = at;
  const utf::code_point character = Utf8::decode(next, end);
  if (character == utf::illegal || character == utf::incomplete) {
    ++at;
    return utf::illegal;
  }
  at = next;
  return character;
}

constexpr char32_t replacement = 0xFFFD;

/// An end of a line, or a tab, as they stand in a text of several lines.
bool is_layout(char32_t character, std::string_view behind) {
  return character == U'\n' || character == U'\t' ||
         (character == U'\r' && behind.starts_with('\n'));
}

/// As JSON writes it: in two halves above U+FFFF.
std::string escape_of(char32_t character) {
  if (character <= 0xFFFF) return fmt::format("\\u{:04x}", static_cast<std::uint32_t>(character));
  const std::uint32_t above = static_cast<std::uint32_t>(character) - 0x10000;
  return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (above >> 10), 0xDC00 + (above & 0x3FF));
}

}  // namespace

std::u32string characters(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  const char* end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    const utf::code_point character = decode(at, end);
    result.push_back(character == utf::illegal ? replacement : static_cast<char32_t>(character));
  }
  return result;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  const char* end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    const char* begin = at;
    if (decode(at, end) == utf::illegal) return static_cast<std::size_t>(begin - text.data());
  }
  return std::nullopt;
}

bool is_control(char32_t character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

bool is_bidi(char32_t character) {
  return character == 0x061C || character == 0x200E || character == 0x200F ||
         (character >= 0x202A && character <= 0x202E) ||
         (character >= 0x2066 && character <= 0x2069);
}

bool is_plain(char32_t character) {
  const bool divides_lines = character == 0x2028 || character == 0x2029;
  const bool is_none =
      (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
  return !is_control(character) && !is_bidi(character) && !divides_lines && !is_none;
}

std::optional<ForeignCharacter> first_foreign(std::string_view text) {
  const char* end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    const auto position = static_cast<std::size_t>(at - text.data());
    const utf::code_point read = decode(at, end);
    const auto character = read == utf::illegal ? replacement : static_cast<char32_t>(read);
    if (!is_plain(character) && !is_layout(character, {at, end}))
      return ForeignCharacter{position, character};
  }
  return std::nullopt;
}

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  const char* end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    const char* begin = at;
    const utf::code_point read = decode(at, end);
    const auto character = static_cast<char32_t>(read);
    if (read == utf::illegal)
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(*begin));
    else if (is_plain(character) || is_layout(character, {at, end}))
      result.append(begin, at);
    else
      result += escape_of(character);
  }
  return result;
}

std::string shown(std::u32string_view text) {
  std::string result;
  result.reserve(text.size());
  for (char32_t character : text) {
    if (character == U'\t' || character == U'\n' || character == U'\r') character = U' ';
    if (!is_plain(character)) character = replacement;
    Utf8::encode(static_cast<utf::code_point>(character), std::back_inserter(result));
  }
  return result;
}

std::string shown(std::string_view text) {
  return shown(characters(text));
}

std::optional<std::string_view> line_of(std::string_view text, int number) {
  if (number < 1) return std::nullopt;
  for (; number > 1; --number) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  if (text.empty()) return std::nullopt;
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace doorstroom
