#include "models/yaml/issues.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using namespace std::string_literals;

std::vector<Document> one_file(std::string text) {
  return {{"county.yaml", std::move(text)}};
}

std::string reported(const std::vector<Document>& documents, SourceLocation location) {
  Issues issues;
  issues.error(location, "problem"s, "suggestion"s);
  return issues.text(documents);
}

TEST(Issues, a_mistake_is_told_in_three_parts) {
  const auto documents = one_file("oza:\n  places: -4\n");
  Issues issues;
  issues.error({0, 2, 11}, "arrangements.oza.places is -4"s,
               "places counts youths who can be there at once; use 0 or more"s);
  EXPECT_EQ(issues.text(documents),
            "county.yaml:2:11: arrangements.oza.places is -4\n"
            "    2 |   places: -4\n"
            "      |           ^\n"
            "  places counts youths who can be there at once; use 0 or more\n");
}

TEST(Issues, are_told_in_order_of_file_line_and_column_and_duplicates_once) {
  const std::vector<Document> documents{{"a.yaml", "x\ny\n"}, {"b.yaml", "z\n"}};
  Issues issues;
  issues.error({1, 1, 1}, "fourth"s, "s"s);
  issues.error({0, 2, 1}, "third"s, "s"s);
  issues.warning({0, 1, 2}, "second"s, "s"s);
  issues.error({0, 1, 1}, "first"s, "s"s);
  issues.error({0, 2, 1}, "third"s, "s"s);
  EXPECT_EQ(issues.text(documents),
            "a.yaml:1:1: first\n    1 | x\n      | ^\n  s\n"
            "a.yaml:1:2: warning: second\n    1 | x\n      |  ^\n  s\n"
            "a.yaml:2:1: third\n    2 | y\n      | ^\n  s\n"
            "b.yaml:1:1: fourth\n    1 | z\n      | ^\n  s\n");
}

TEST(Issues, beyond_the_limit_are_counted_and_errors_go_before_warnings) {
  const auto documents = one_file("");
  Issues issues;
  for (int line = 1; line <= 5; ++line) issues.warning({0, line, 1}, "doubtful"s, "s"s);
  for (int line = 6; line <= 8; ++line) issues.error({0, line, 1}, "wrong"s, "s"s);
  const std::string text = issues.text(documents, Language::en, 4);
  EXPECT_THAT(text, HasSubstr("county.yaml:1:1: warning: doubtful"));
  EXPECT_THAT(text, Not(HasSubstr("county.yaml:2:1")));
  EXPECT_THAT(text, HasSubstr("county.yaml:8:1: wrong"));
  EXPECT_THAT(text, EndsWith("... and 4 more\n"));
}

TEST(Issues, without_a_file_are_told_without_a_place) {
  EXPECT_EQ(reported({}, {}), "problem\n  suggestion\n");
}

TEST(Issues, with_a_file_but_no_line_name_the_file) {
  EXPECT_EQ(reported(one_file(""), {0, 0, 0}), "county.yaml: problem\n  suggestion\n");
}

TEST(Issues, in_an_empty_file_have_no_excerpt) {
  EXPECT_EQ(reported(one_file(""), {0, 1, 1}), "county.yaml:1:1: problem\n  suggestion\n");
}

TEST(Issues, put_the_caret_under_the_character_not_the_byte) {
  EXPECT_THAT(reported(one_file("naam: \"Één\" x\n"), {0, 1, 13}),
              HasSubstr("    1 | naam: \"Één\" x\n      |             ^\n"));
}

TEST(Issues, show_no_control_bytes_and_no_broken_utf8) {
  const std::string text = reported(one_file("a:\t\x1b[31m\xff\x80 b\r\n"), {0, 1, 11});
  EXPECT_THAT(text, HasSubstr("    1 | a: \uFFFD[31m\uFFFD\uFFFD b\n      |           ^\n"));
}

TEST(Issues, show_no_control_bytes_of_what_a_problem_quotes) {
  Issues issues;
  issues.error({}, "key `\x1b[2J`"s, "one\ntwo\x07"s);
  EXPECT_EQ(issues.text({}), "key `\uFFFD[2J`\n  one\n  two\uFFFD\n");
}

TEST(Issues, cut_a_long_line_around_the_caret) {
  const std::string line = std::string(5000, 'a') + "X" + std::string(5000, 'b');
  const std::string text = reported(one_file(line), {0, 1, 5001});
  const std::size_t caret_line = text.find("      | ");
  const std::size_t excerpt_line = text.find("    1 | ");
  ASSERT_NE(caret_line, std::string::npos);
  EXPECT_LT(caret_line - excerpt_line, 120u);
  EXPECT_EQ(text.find('^') - caret_line, text.find('X') - excerpt_line);
  EXPECT_THAT(text, HasSubstr("| ...aaa"));
  EXPECT_THAT(text, HasSubstr("bbb...\n"));
}

TEST(Issues, point_behind_the_line_where_something_lacks) {
  EXPECT_THAT(reported(one_file("a: [1\n"), {0, 1, 99}), HasSubstr("a: [1\n      |      ^\n"));
}

TEST(Issues, only_errors_stop) {
  Issues issues;
  issues.warning({}, "doubtful"s, "s"s);
  EXPECT_NO_THROW(issues.throw_if_errors({}));
  issues.error({}, "wrong"s, "s"s);
  EXPECT_THROW(issues.throw_if_errors({}), InputError);
}

}  // namespace
}  // namespace doorstroom
