#include "results/text/text_table.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "models/messages/utf8.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {
namespace {

std::size_t longest_line(const std::string& text) {
  std::size_t longest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    longest = std::max(longest, characters(line).size());
  return longest;
}

TEST(TextTable, is_as_wide_as_it_needs) {
  TextTable table("Whole system", {"mean", "95% interval"});
  table.add_row("Dropouts", {"3.5", "2.3 - 4.7"});
  table.add_row("Één", {"12", "-"});
  EXPECT_EQ(table.text(80),
            "Whole system  mean  95% interval\n"
            "Dropouts       3.5     2.3 - 4.7\n"
            "Één             12             -\n");
}

TEST(TextTable, wraps_labels_and_heads_where_there_is_no_room) {
  TextTable table("Desks", {"entered a year", "wait, median"});
  table.add_row("Education-care arrangement led by education", {"161", "4.7 wk"});
  EXPECT_EQ(table.text(45),
            "Desks                         entered   wait,\n"
            "                               a year  median\n"
            "Education-care arrangement        161  4.7 wk\n"
            "  led by education\n");
}

TEST(TextTable, puts_columns_that_have_no_room_below_each_other) {
  TextTable table("", {"first", "second", "third"});
  table.add_row("base", {"-21 (-24 to -18)", "-31 (-34 to -28)", "1 (0 to 2)"});
  EXPECT_EQ(table.text(45),
            "                 first            second\n"
            "base  -21 (-24 to -18)  -31 (-34 to -28)\n"
            "\n"
            "           third\n"
            "base  1 (0 to 2)\n");
}

TEST(TextTable, fits_every_width_that_holds_one_column) {
  TextTable table("Desks and arrangements", {"entered a year", "wait, median", "within 10 weeks"});
  table.add_row("Een arrangement met een heel lange naam, dat ergens één plek heeft",
                {"1,230", "4.7 wk", "92.2% ± 1.3"});
  for (std::size_t width = 40; width < 120; ++width)
    EXPECT_LE(longest_line(table.text(width)), width);
}

TEST(Fitted, breaks_long_lines_between_words_and_keeps_their_indent) {
  EXPECT_EQ(fitted("one two three\n", 80), "one two three\n");
  EXPECT_EQ(fitted("one two three four\n\nfive", 9), "one two\nthree\nfour\n\nfive");
  EXPECT_EQ(fitted("  one two three four\n", 11), "  one two\n    three\n    four\n");
  EXPECT_EQ(fitted("", 9), "");
  EXPECT_EQ(fitted("incomprehensibilities all\n", 9), "incomprehensibilities\nall\n");
}

}  // namespace
}  // namespace doorstroom
