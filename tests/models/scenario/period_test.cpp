#include "models/scenario/period.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "engine/error.hpp"
#include "tests/support/dates.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;

TEST(CalendarSpan, ends_on_the_same_day_of_the_month_else_on_its_last) {
  EXPECT_EQ(date(2026, 1, 31) + (CalendarSpan{1, 0}), date(2026, 2, 28));
  EXPECT_EQ(date(2024, 2, 29) + (CalendarSpan{12, 0}), date(2025, 2, 28));
  EXPECT_EQ(date(2024, 2, 29) + (CalendarSpan{48, 0}), date(2028, 2, 29));
  EXPECT_EQ(date(2026, 11, 30) + (CalendarSpan{3, 2}), date(2027, 3, 2));
  EXPECT_EQ(date(2026, 3, 31) - (CalendarSpan{1, 0}), date(2026, 2, 28));
  EXPECT_EQ(date(2026, 1, 15) - (CalendarSpan{13, 15}), date(2024, 11, 30));
}

TEST(CalendarSpan, beyond_the_calendar_is_an_error) {
  EXPECT_THROW(date(32767, 12, 31) + (CalendarSpan{0, 1}), InputError);
  EXPECT_THROW(date(32000, 8, 1) + (CalendarSpan{120000, 0}), InputError);
  EXPECT_THROW(date(2026, 8, 1) - (CalendarSpan{2147483647, 0}), InputError);
}

TEST(Period, counts_days_from_the_start_date) {
  const Period period(date(2026, 8, 1), 5, {60, 0});
  EXPECT_EQ(period.first_day(), -(365 * 5 + 1));
  EXPECT_EQ(period.horizon_day(), 365 * 5 + 1);
  EXPECT_EQ(period.day_of(date(2026, 8, 31)), 30);
  EXPECT_EQ(to_text(period.date_at(-1)), "2026-07-31");
  EXPECT_EQ(period.begin(), Instant::at_day(-1826));
}

TEST(Period, a_moment_lies_in_the_day_that_began_before_it) {
  const Period period(date(2026, 8, 1), 1, {});
  EXPECT_EQ(period.date_of(Instant{0}), date(2026, 8, 1));
  EXPECT_EQ(period.date_of(Instant{-1}), date(2026, 7, 31));
  EXPECT_EQ(period.date_of(Instant{-Instant::ticks_per_day}), date(2026, 7, 31));
  EXPECT_EQ(period.date_of(Instant{Instant::ticks_per_day - 1}), date(2026, 8, 1));
}

TEST(Period, result_years_turn_at_the_start_date_each_year) {
  const Period period(date(2026, 8, 1), 3, {12, 0});
  EXPECT_EQ(period.year_of(Instant{-1}), -1);
  EXPECT_EQ(period.year_of(Instant{0}), 0);
  EXPECT_EQ(period.year_of(Instant{period.at(date(2027, 8, 1)).ticks - 1}), 0);
  EXPECT_EQ(period.year_of(period.at(date(2027, 8, 1))), 1);
  EXPECT_EQ(period.year_of(Instant{period.end().ticks - 1}), 2);
  EXPECT_EQ(period.year_of(period.end()), -1);
}

TEST(Period, years_from_29_february_turn_on_the_28th_in_common_years) {
  const Period period(date(2024, 2, 29), 5, {});
  EXPECT_THAT(period.year_edges(),
              ElementsAre(period.at(date(2024, 2, 29)), period.at(date(2025, 2, 28)),
                          period.at(date(2026, 2, 28)), period.at(date(2027, 2, 28)),
                          period.at(date(2028, 2, 29)), period.at(date(2029, 2, 28))));
}

TEST(Period, parts_turn_with_result_years_and_calendar_years) {
  const Period period(date(2026, 8, 1), 2, {12, 0});
  EXPECT_THAT(period.segment_edges(),
              ElementsAre(period.at(date(2026, 8, 1)), period.at(date(2027, 1, 1)),
                          period.at(date(2027, 8, 1)), period.at(date(2028, 1, 1)),
                          period.at(date(2028, 8, 1))));
  ASSERT_EQ(period.segments().size(), 4u);
  EXPECT_EQ(period.segments()[2].year, 1);
  EXPECT_EQ(period.segments()[2].calendar_year, 2027);
  EXPECT_EQ(period.segments()[3].year, 1);
  EXPECT_EQ(period.segments()[3].calendar_year, 2028);
  EXPECT_EQ(period.segment_of(Instant{-1}), -1);
  EXPECT_EQ(period.segment_of(period.at(date(2027, 12, 31))), 2);
}

TEST(Period, a_year_that_starts_on_1_january_is_one_part) {
  const Period period(date(2026, 1, 1), 2, {});
  EXPECT_EQ(period.segment_edges(), period.year_edges());
  EXPECT_EQ(period.segments()[1].calendar_year, 2027);
}

TEST(Period, may_be_ten_thousand_years_long) {
  const Period period(date(2026, 8, 1), 10000, {12000, 0});
  EXPECT_EQ(to_text(period.date_at(period.horizon_day())), "12026-08-01");
  EXPECT_EQ(period.segments().size(), 20000u);
  EXPECT_EQ(period.year_of(Instant{period.horizon().ticks - 1}), 9999);
  EXPECT_THROW(Period(date(30000, 1, 1), 10000, {}), InputError);
  EXPECT_THROW(Period(date(2026, 1, 1), 300000000, {}), InputError);
  EXPECT_THROW(Period(date(2026, 1, 1), 0, {}), ContractError);
}

TEST(Period, is_followed_for_the_fewest_days_that_the_span_can_have) {
  const auto follow_up = [](CalendarSpan span) {
    return Period(date(2026, 8, 1), 1, {}, span).follow_up().count;
  };
  EXPECT_EQ(follow_up({12, 0}), 365);
  EXPECT_EQ(follow_up({3, 0}), 89);  // from 1 December
  EXPECT_EQ(follow_up({0, 70}), 70);
  EXPECT_EQ(follow_up({48, 0}), 1461);
  EXPECT_TRUE(std::isinf(follow_up({})));
}

TEST(Period, goes_on_after_what_is_counted) {
  const Period period(date(2026, 8, 1), 1, {}, {12, 0});
  EXPECT_EQ(period.end_day(), 365);
  EXPECT_EQ(to_text(period.date_at(period.horizon_day())), "2028-08-01");
  EXPECT_EQ(period.year_edges().back(), period.end());
  EXPECT_EQ(period.segment_edges().back(), period.end());
  EXPECT_EQ(period.year_of(Instant::at_day(400)), -1);
  EXPECT_EQ(period.segment_of(Instant::at_day(400)), -1);
  EXPECT_TRUE(period.follows(Days{365}));
  EXPECT_FALSE(period.follows(Days{365.001}));
}

TEST(Period, knows_the_1_augusts) {
  EXPECT_EQ(Period::last_first_of_august(date(2026, 8, 1)), date(2026, 8, 1));
  EXPECT_EQ(Period::last_first_of_august(date(2026, 7, 31)), date(2025, 8, 1));
  const auto between = Period::first_of_augusts_between;
  EXPECT_EQ(between(date(2026, 8, 1), date(2027, 7, 31)), 0);
  EXPECT_EQ(between(date(2026, 8, 1), date(2027, 8, 1)), 1);
  EXPECT_EQ(between(date(2026, 7, 31), date(2026, 8, 1)), 1);
  EXPECT_EQ(between(date(2026, 8, 1), date(2026, 7, 31)), -1);
  EXPECT_EQ(between(date(2026, 8, 1), date(2024, 9, 1)), -2);
}

}  // namespace
}  // namespace doorstroom
