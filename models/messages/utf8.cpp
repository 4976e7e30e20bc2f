#include "models/messages/utf8.hpp"

#include <boost/locale/utf.hpp>
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

std::string shown(std::u32string_view text) {
  std::string result;
  result.reserve(text.size());
  for (char32_t character : text) {
    if (character == U'\t' || character == U'\n' || character == U'\r') character = U' ';
    if (is_control(character)) character = replacement;
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
