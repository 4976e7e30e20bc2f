#include "results/drawing/axis.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "results/charts/text_width.hpp"
#include "results/drawing/label_column.hpp"

namespace doorstroom {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> texts_of(const NiceTicks& ticks, const char* language) {
  std::vector<std::string> texts;
  for (const double value : ticks.values)
    texts.push_back(ticks.text(value, *Language::of_code(language)));
  return texts;
}

TEST(Axis, ticks_are_round_and_enclose_the_values) {
  EXPECT_THAT(texts_of(nice_ticks(0, 87, 5), "en"),
              ElementsAre("0", "20", "40", "60", "80", "100"));
  EXPECT_THAT(texts_of(nice_ticks(-11, 3, 5), "en"), ElementsAre("-15", "-10", "-5", "0", "5"));
  EXPECT_THAT(texts_of(nice_ticks(0, 9, 4), "en"), ElementsAre("0", "5", "10"));
  EXPECT_THAT(texts_of(nice_ticks(0, 90, 4), "en"), ElementsAre("0", "25", "50", "75", "100"));
  EXPECT_THAT(texts_of(nice_ticks(0, 100, 5), "en"),
              ElementsAre("0", "20", "40", "60", "80", "100"));
}

TEST(Axis, ticks_are_written_in_the_language) {
  EXPECT_THAT(texts_of(nice_ticks(0, 0.9, 4), "nl"), ElementsAre("0,0", "0,5", "1,0"));
  EXPECT_THAT(texts_of(nice_ticks(0, 2000, 2), "nl"), ElementsAre("0", "1.000", "2.000"));
  EXPECT_THAT(texts_of(nice_ticks(0, 2000, 2), "en"), ElementsAre("0", "1,000", "2,000"));
}

TEST(Axis, nothing_to_show_still_makes_an_axis) {
  EXPECT_THAT(texts_of(nice_ticks(0, 0, 2), "en"), ElementsAre("0.0", "0.5", "1.0"));
  EXPECT_GT(nice_ticks(NAN, NAN, 5).last(), nice_ticks(NAN, NAN, 5).first());
}

TEST(Axis, years_begin_on_the_anniversaries_of_the_start) {
  const auto years = time_segments("2026-08-01", 0, 3 * 365, Language::en);
  ASSERT_EQ(years.size(), 3u);
  EXPECT_EQ(years[0].name, "2026-27");
  EXPECT_EQ(years[1].from_day, 365);
  EXPECT_EQ(years[1].to_day, 365 + 366);
  EXPECT_EQ(years[2].name, "2028-29");
  EXPECT_EQ(years[2].to_day, 3 * 365);  // where the axis ends
}

TEST(Axis, years_of_the_calendar_have_one_number) {
  EXPECT_EQ(time_segments("2026-01-01", 0, 1000, Language::en).at(0).name, "2026");
}

TEST(Axis, the_year_before_the_start_counts_too) {
  EXPECT_EQ(time_segments("2026-08-01", -300, 500, Language::en).at(0).name, "2025-26");
}

TEST(Axis, a_short_time_is_told_in_months) {
  const auto months = time_segments("2026-08-01", 0, 92, *Language::of_code("nl"));
  ASSERT_EQ(months.size(), 3u);
  EXPECT_EQ(months[1].name, "september");
  EXPECT_EQ(months[1].from_day, 31);
  EXPECT_EQ(months[2].to_day, 92);
}

TEST(LabelColumn, labels_with_room_stay_where_they_are) {
  EXPECT_THAT(spread_labels({{20, 10}, {50, 10}}, 0, 100), ElementsAre(20, 50));
}

TEST(LabelColumn, labels_that_touch_part_by_the_same_distance) {
  EXPECT_THAT(spread_labels({{50, 10}, {52, 10}}, 0, 100), ElementsAre(46, 56));
}

TEST(LabelColumn, of_equal_wishes_the_first_is_above) {
  EXPECT_THAT(spread_labels({{50, 10}, {50, 10}, {50, 10}}, 0, 100), ElementsAre(40, 50, 60));
}

TEST(LabelColumn, no_label_leaves_the_column) {
  EXPECT_THAT(spread_labels({{-5, 10}, {2, 10}, {99, 10}}, 0, 100), ElementsAre(5, 15, 95));
}

TEST(TextWidth, counts_letters_as_wide_as_the_font_has_them) {
  EXPECT_DOUBLE_EQ(text_width("Wij", 1000), 944 + 222 + 222);
  EXPECT_DOUBLE_EQ(text_width("\xc3\xa9", 1000), 556);  // e with an accent
}

TEST(TextWidth, breaks_between_words) {
  const WrappedText text = wrapped("het onderwijszorgarrangement in Leiden", 160, 13, 3);
  EXPECT_THAT(text.lines, ElementsAre("het", "onderwijszorgarrangement", "in Leiden"));
  EXPECT_FALSE(text.cut);
}

TEST(TextWidth, breaks_a_word_wider_than_a_line) {
  const WrappedText text = wrapped("onderwijszorgarrangement", 80, 13, 5);
  EXPECT_GT(text.lines.size(), 1u);
  std::string whole;
  for (const std::string& line : text.lines) {
    EXPECT_LE(text_width(line, 13), 80);
    whole += line;
  }
  EXPECT_EQ(whole, "onderwijszorgarrangement");
}

TEST(TextWidth, tells_that_a_text_was_cut) {
  const WrappedText text = wrapped("one two three four five six seven", 60, 13, 2);
  EXPECT_TRUE(text.cut);
  ASSERT_EQ(text.lines.size(), 2u);
  EXPECT_TRUE(text.lines[1].ends_with("..."));
  EXPECT_LE(text_width(text.lines[1], 13), 60);
}

}  // namespace
}  // namespace doorstroom
