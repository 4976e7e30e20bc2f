#include "results/text/number_text.hpp"

#include <gtest/gtest.h>

#include "tests/support/languages.hpp"

namespace doorstroom {
namespace {

std::string in_english(const LocalizedText& text) {
  return text.in(Language::en);
}

const NumberText youths("youth", {48, 46, 50, 50});

TEST(NumberText, tells_bounds_that_round_alike_once) {
  EXPECT_EQ(in_english(youths.bounds(46.2, 50.1)), "46 to 50");
  EXPECT_EQ(in_english(youths.bounds(47.8, 48.2)), "about 48");
  EXPECT_EQ(youths.between(47.8, 48.2).in(language_nl), "ongeveer 48");
  const NumberText shares("1", {0.48, 0.38, 0.58, 50});
  EXPECT_EQ(in_english(shares.between(0.478, 0.482)), "about 48%");
}

TEST(NumberText, calls_bounds_that_are_equal_not_about) {
  EXPECT_EQ(in_english(youths.bounds(48, 48)), "48");
  EXPECT_EQ(in_english(NumberText("day", {14, 13, 15, 50}).between(14, 14)), "2.0 wk");
}

TEST(NumberText, leaves_bounds_out_behind_a_value_that_tells_as_much) {
  EXPECT_EQ(in_english(youths.value_and_bounds(48, 46.2, 50.1)), "48 (46 to 50)");
  EXPECT_EQ(in_english(youths.value_and_bounds(48, 47.8, 48.2)), "48");
  EXPECT_EQ(in_english(youths.value_and_bounds(48, no_number, no_number)), "48");
}

}  // namespace
}  // namespace doorstroom
