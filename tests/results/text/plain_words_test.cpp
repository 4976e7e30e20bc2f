#include "results/text/plain_words.hpp"

#include <gmock/gmock.h>

#include "tests/support/languages.hpp"

namespace doorstroom {
namespace {

using namespace std::chrono;

std::string english(const LocalizedText& text) {
  return text.in(Language::en);
}
std::string dutch(const LocalizedText& text) {
  return text.in(language_nl);
}

TEST(PlainWords, of_dates_name_the_month) {
  const Date date = sys_days(2027y / March / 3);
  EXPECT_EQ(english(date_in_words(date)), "3 March 2027");
  EXPECT_EQ(dutch(date_in_words(date)), "3 maart 2027");
  EXPECT_EQ(english(day_in_words(August / 1)), "1 August");
  EXPECT_EQ(dutch(day_in_words(August / 1)), "1 augustus");
}

TEST(PlainWords, of_lengths_are_in_the_unit_that_people_use) {
  const auto told = [](double days) { return english(length_in_words(Days{days})); };
  EXPECT_EQ(told(0.4), "less than a day");
  EXPECT_EQ(told(1), "1 day");
  EXPECT_EQ(told(13.4), "13 days");
  EXPECT_EQ(told(15), "2 weeks");
  EXPECT_EQ(told(200), "7 months");
  EXPECT_EQ(told(2 * days_per_year), "2 years");
  EXPECT_EQ(dutch(length_in_words(Days{1})), "1 dag");
  EXPECT_EQ(dutch(length_in_words(Days{21})), "3 weken");
  EXPECT_EQ(dutch(length_in_words(Days{2.25 * days_per_year})), "2 jaar en 3 maanden");
}

TEST(PlainWords, of_money_have_the_separators_of_the_language) {
  EXPECT_EQ(english(euro_in_words(1250.4)), "€1,250");
  EXPECT_EQ(dutch(euro_in_words(1250.4)), "€ 1.250");
}

TEST(PlainWords, enumerate) {
  const auto all = [](const std::vector<std::string>& parts) {
    return dutch(all_of({parts.begin(), parts.end()}));
  };
  EXPECT_EQ(all({}), "");
  EXPECT_EQ(all({"a"}), "a");
  EXPECT_EQ(all({"a", "b"}), "a en b");
  EXPECT_EQ(all({"a", "b", "c"}), "a, b en c");
}

TEST(PlainWords, are_wrapped_into_indented_lines) {
  EXPECT_EQ(in_paragraph("één twee drie", 10, 2), "  één twee\n  drie\n");
}

}  // namespace
}  // namespace doorstroom
