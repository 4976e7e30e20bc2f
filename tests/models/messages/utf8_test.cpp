#include "models/messages/utf8.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace doorstroom {
namespace {

std::string utf8(char32_t character) {
  std::string text;
  if (character < 0x80) return {static_cast<char>(character)};
  const int more = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
  constexpr int leads[] = {0, 0xC0, 0xE0, 0xF0};
  text += static_cast<char>(leads[more] | static_cast<int>(character >> (6 * more)));
  for (int i = more; i-- > 0;)
    text += static_cast<char>(0x80 | static_cast<int>((character >> (6 * i)) & 0x3F));
  return text;
}

bool is_surrogate(char32_t character) {
  return character >= 0xD800 && character <= 0xDFFF;
}

/// Counted by hand: C0 without tab and line feed 30, DEL and C1 33, bidi 12, two that divide lines,
/// U+FDD0 to U+FDEF 32, and the last two of each of 17 planes.
TEST(Utf8, of_all_characters_143_may_not_stand_in_a_text) {
  int foreign = 0;
  for (char32_t each = 0; each <= 0x10FFFF; ++each)
    if (!is_surrogate(each)) foreign += first_foreign(utf8(each)).has_value() ? 1 : 0;
  EXPECT_EQ(foreign, 30 + 33 + 12 + 2 + 32 + 34);
}

TEST(Utf8, tells_where_the_first_character_is_that_may_not_stand_in_a_text) {
  EXPECT_FALSE(first_foreign("one\ttab\nline\r\ntwo, \u00e9\u200d\U0001F600"));
  EXPECT_EQ(first_foreign("\u00e9\x1b[")->position, 2u);
  EXPECT_EQ(first_foreign("a\rb")->character, U'\r');
  EXPECT_EQ(first_foreign("a\r")->position, 1u);
}

TEST(Utf8, escapes_what_a_terminal_would_obey_and_nothing_else) {
  EXPECT_EQ(escaped("one\ttab\nline\r\n\u00e9\U0001F600 \\u001b"),
            "one\ttab\nline\r\n\u00e9\U0001F600 \\u001b");
  EXPECT_EQ(escaped("\x1b]0;x\x07 \xc2\x9b \u202e \ufffe \r \x9b\xff"),
            "\\u001b]0;x\\u0007 \\u009b \\u202e \\ufffe \\u000d \\x9b\\xff");
  EXPECT_EQ(escaped(std::string("\0", 1)), "\\u0000");
}

TEST(Utf8, escapes_json_into_json_that_says_the_same) {
  for (char32_t each = 0; each <= 0x10FFFF; each += each == 0xFFFF ? 0xFFFF : 1) {
    if (is_surrogate(each)) continue;
    const nlohmann::json json = utf8(each);
    const std::string printed = escaped(json.dump());
    EXPECT_FALSE(first_foreign(printed));
    EXPECT_EQ(nlohmann::json::parse(printed), json) << static_cast<std::uint32_t>(each);
  }
}

}  // namespace
}  // namespace doorstroom
