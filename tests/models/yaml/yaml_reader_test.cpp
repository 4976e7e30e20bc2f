#include "models/yaml/yaml_reader.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>

namespace doorstroom {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

struct Read {
  std::shared_ptr<Value> root;
  std::vector<Document> documents;
  Issues issues;
  std::string told;
};

Read read(const std::string& text) {
  Read result;
  result.root = read_yaml_text("s.yaml", text, result.documents, result.issues);
  result.told = result.issues.text(result.documents);
  return result;
}

std::string told(const std::string& text) {
  return read(text).told;
}

std::string repeated(const std::string& piece, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += piece;
  return result;
}

void expect_mark(SourceLocation location, int line, int column) {
  EXPECT_EQ(location.file, 0);
  EXPECT_EQ(location.line, line);
  EXPECT_EQ(location.column, column);
}

TEST(YamlReader, keeps_maps_lists_and_scalars_with_their_places) {
  const Read file =
      read("# comment\nname: One desk\nages: [4, 16]\nsources:\n  school:\n    to: x\n");
  ASSERT_TRUE(file.root);
  EXPECT_EQ(file.told, "");
  ASSERT_EQ(file.root->entries.size(), 3u);
  EXPECT_EQ(file.root->entries[0].key, "name");
  EXPECT_EQ(file.root->find("name")->value->text, "One desk");
  expect_mark(file.root->find("name")->value->location, 2, 7);
  const Value& ages = *file.root->find("ages")->value;
  ASSERT_TRUE(ages.is_list());
  expect_mark(ages.location, 3, 7);
  expect_mark(ages.items[1]->location, 3, 11);
  const Value& sources = *file.root->find("sources")->value;
  ASSERT_TRUE(sources.is_map());
  expect_mark(sources.find("school")->key_location, 5, 3);
  expect_mark(sources.find("school")->value->find("to")->value->location, 6, 9);
}

TEST(YamlReader, counts_columns_in_characters) {
  const Read file = read("naam: {één: 1, twee: 2}\n");
  expect_mark(file.root->find("naam")->value->find("twee")->key_location, 1, 16);
}

TEST(YamlReader, knows_what_stood_in_quotes) {
  const Read file = read("a: '1'\nb: \"2\"\nc: 3\nd: |\n  text\n\"e\": 5\n");
  EXPECT_TRUE(file.root->find("a")->value->quoted);
  EXPECT_TRUE(file.root->find("b")->value->quoted);
  EXPECT_FALSE(file.root->find("c")->value->quoted);
  EXPECT_TRUE(file.root->find("d")->value->quoted);
  EXPECT_EQ(file.root->find("d")->value->text, "text\n");
  EXPECT_TRUE(file.root->find("e"));
}

TEST(YamlReader, places_nothing_at_its_key_or_in_its_list) {
  const Read file = read("a:\n\nb: ~\nc: [1, null]\nd:\n  - \n  - x\n");
  EXPECT_TRUE(file.root->find("a")->value->is_null());
  expect_mark(file.root->find("a")->value->location, 1, 1);
  expect_mark(file.root->find("b")->value->location, 3, 1);
  expect_mark(file.root->find("c")->value->items[1]->location, 4, 8);
  expect_mark(file.root->find("d")->value->items[0]->location, 6, 3);
}

TEST(YamlReader, reads_line_ends_of_windows_and_a_byte_order_mark) {
  const Read file = read(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: x\r\n");
  ASSERT_TRUE(file.root);
  EXPECT_EQ(file.root->find("b")->value->text, "x");
  expect_mark(file.root->find("a")->key_location, 1, 1);
  expect_mark(file.root->find("b")->key_location, 2, 1);
}

TEST(YamlReader, tells_a_duplicate_key_at_the_second) {
  const Read file = read("a: 1\nb: {c: 1, c: 2}\na: 2\n");
  EXPECT_EQ(file.told,
            "s.yaml:2:11: key `c` stands twice\n    2 | b: {c: 1, c: 2}\n      |           ^\n"
            "  it stands on line 2 too; keep one of them\n"
            "s.yaml:3:1: key `a` stands twice\n    3 | a: 2\n      | ^\n"
            "  it stands on line 1 too; keep one of them\n");
  ASSERT_TRUE(file.root);
  EXPECT_EQ(file.root->find("a")->value->text, "1");
}

struct Mistake {
  std::string text;
  std::string place;
  std::string words;

  friend void PrintTo(const Mistake& mistake, std::ostream* out) {
    *out << testing::PrintToString(mistake.text);
  }
};

class YamlMistake : public testing::TestWithParam<Mistake> {};

TEST_P(YamlMistake, is_told_at_its_place_in_plain_words) {
  const std::string text = told(GetParam().text);
  EXPECT_THAT(text, StartsWith("s.yaml:" + GetParam().place + ": ")) << GetParam().text;
  EXPECT_THAT(text, HasSubstr(GetParam().words)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    of_structure, YamlMistake,
    testing::Values(
        Mistake{"", "1:1", "the file holds nothing"},
        Mistake{"# only\n\n# comments\n", "1:1", "the file holds nothing"},
        Mistake{"---\n...\n", "1:1", "the file holds nothing"},
        Mistake{"- a\n- b\n", "1:1", "the file holds a list, not keys"},
        Mistake{"just text\n", "1:1", "the file holds text, not keys"},
        Mistake{"a: 1\n---\nb: 2\n", "2:1", "a second document begins here"},
        Mistake{"- b\na: 1\n", "2:1", "does not belong to what stands before"},
        Mistake{"a: {<<: {b: 1}}\n", "1:5", "`<<` does not merge here"},
        Mistake{"? [a]\n: b\n", "1:3", "a key that is not a word"},
        Mistake{"{a: 1}: b\n", "1:1", "a key that is not a word"},
        Mistake{"~: b\n", "1:1", "a key that is not a word"},
        Mistake{"a: &x 1\n", "1:4", "are not read"}, Mistake{"a: *x\n", "1:4", "are not read"},
        Mistake{"a: &a {b: *a}\n", "1:4", "are not read"},
        Mistake{"a: !!str b\n", "1:4", "are not read"}, Mistake{"a: !b c\n", "1:4", "are not read"},
        Mistake{"a: 1\n%b: 2\n", "2:1", "directive"}, Mistake{"a: {b:1}\n", "1:5", "`b: 1`"},
        Mistake{"a: \"x\\0y\"\n", "1:4", "text that holds control character U+0000"}));

INSTANTIATE_TEST_SUITE_P(
    of_punctuation, YamlMistake,
    testing::Values(Mistake{"a: {x: 1\nb: 2\n", "1:4", "a `{` that is not closed"},
                    Mistake{"a: [1, 2\nb: 3\n", "1:4", "a `[` that is not closed"},
                    Mistake{"a: [1, {b: 2]\n", "1:13", "a bracket that does not fit"},
                    Mistake{"a: [1, {b: 2\n", "1:8", "a `{` that is not closed"},
                    Mistake{"a: [1,2\n", "1:4", "a `[` that is not closed"},
                    Mistake{"a: {b: 1}}\n", "1:10", "a bracket that does not fit"},
                    Mistake{"a: \"x\nb: 2\n", "1:4", "a quote that is not closed"},
                    Mistake{"a: 1\nb: 'it''s\n", "2:4", "a quote that is not closed"},
                    Mistake{"a: [\"x\\\"]\nb: 2\n", "1:5", "a quote that is not closed"},
                    Mistake{"a: 'x' y\n", "1:8", "does not fit in the map"},
                    Mistake{"a: b: c\n", "1:5", "a colon that does not fit"},
                    Mistake{"a: 1\nb:2\nc: 3\n", "3:2", "look at the line before"},
                    Mistake{"a: @x\n", "1:4", "no value begins with this character"},
                    Mistake{"a: - b\n", "1:4", "a list item that does not fit"},
                    Mistake{"a: \"\\q\"\n", "1:7", "no known escape"},
                    Mistake{"a: |x\n  f\n", "1:5", "behind `|`"}));

INSTANTIATE_TEST_SUITE_P(
    of_indentation, YamlMistake,
    testing::Values(Mistake{"a:\n\tb: 1\n\tc: 2\n", "2:1",
                            "a tab in the indentation, and in 1 more lines"},
                    Mistake{"a:\n  b: 1\n  \tc: 2\n", "3:3", "indent with spaces"},
                    Mistake{"a: 1\n b: 2\n", "2:3", "a colon that does not fit"},
                    Mistake{"a:\n  b: 1\n c: 2\n", "3:2", "does not fit in the map"},
                    Mistake{"a: 1\n- b\n", "2:1", "does not fit in the map"}));

INSTANTIATE_TEST_SUITE_P(
    of_bytes, YamlMistake,
    testing::Values(Mistake{"a: \xff\n", "1:4", "byte 0xFF is not UTF-8"},
                    Mistake{"é: \xc3\x28\n", "1:4", "byte 0xC3 is not UTF-8"},
                    Mistake{"a: \xed\xa0\x80\n", "1:4", "is not UTF-8"},
                    Mistake{"a: b\xc3", "1:5", "is not UTF-8"},
                    Mistake{std::string("a: 1\nb: \0", 9), "2:4", "control character U+0000"},
                    Mistake{"a: 1\n\x04 b: 2\n", "2:1", "control character U+0004"},
                    Mistake{"a: \xc2\x9b\n", "1:4", "control character U+009B"},
                    Mistake{"a: 1\rb: 2\r", "1:5", "carriage return"},
                    Mistake{"\xff\xfe\x61\x01", "1:1", "UTF-16"}));

TEST(YamlReader, refuses_more_than_64_levels_at_the_65th) {
  EXPECT_EQ(told("a: " + repeated("[", 63) + repeated("]", 63) + "\n"), "");
  EXPECT_THAT(told("a: " + repeated("[", 64) + repeated("]", 64) + "\n"),
              StartsWith("s.yaml:1:67: more than 64 levels deep"));
}

TEST(YamlReader, refuses_endless_brackets_without_drowning) {
  for (const std::string piece : {"[", "{", "- ", "? ", "[a, ", "{a: ", "a: [", ": "}) {
    const int times = 200'000 / static_cast<int>(piece.size());
    const Read file = read(repeated(piece, times));
    EXPECT_FALSE(file.root) << piece;
    EXPECT_TRUE(file.issues.has_errors()) << piece;
  }
}

TEST(YamlReader, refuses_an_alias_bomb_at_its_first_anchor) {
  std::string bomb = "a0: &a0 [x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string aliases = repeated(fmt::format("*a{}, ", i - 1), 9);
    bomb += fmt::format("a{}: &a{} [{}]\n", i, i, aliases);
  }
  EXPECT_THAT(told(bomb), StartsWith("s.yaml:1:5: "));
}

TEST(YamlReader, refuses_more_than_100_000_values) {
  EXPECT_EQ(told("a: [" + repeated("1,", 90'000) + "1]\n"), "");
  EXPECT_THAT(told("a: [" + repeated("1,", 100'000) + "1]\n"),
              HasSubstr("more than 100000 values"));
}

TEST(YamlReader, many_empty_items_take_no_time) {
  EXPECT_EQ(told("a:\n" + repeated("-\n", 99'000)), "");
}

TEST(YamlReader, refuses_more_than_a_mebibyte_of_text) {
  EXPECT_THAT(told(std::string((1 << 20) + 1, '#')), HasSubstr("s.yaml: more than 1024 KiB"));
}

}  // namespace
}  // namespace doorstroom
