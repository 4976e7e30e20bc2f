#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

/// Arrangements that let in on some days of the year only.

namespace doorstroom {
namespace {

using testing::ElementsAre;
using worked::out;
using worked::scenario;
using worked::three_arrive;
using worked::Worked;

TEST(StartDaysTest, who_asks_between_two_start_days_waits_for_the_next) {
  const Worked run(scenario(three_arrive + R"(
arrangements:
  oza: {education: part, places: 3, starts: {08-01: all, 08-10: all}, stay: 5 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 5 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 9 14 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 9 14 completed out"));
  const NodeRecord& oza = run.records().nodes[run.node("oza")];
  EXPECT_DOUBLE_EQ(oza.calendar_wait_days[0], 8 + 7);
}

TEST(StartDaysTest, no_more_enter_on_a_day_than_may) {
  const Worked run(scenario(three_arrive + R"(
arrangements:
  oza: {education: part, places: 3, starts: {08-05: 1, 08-10: 2}, stay: 5 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 4 9 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 9 14 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 9 14 completed out"));
}

TEST(StartDaysTest, a_place_that_is_freed_on_a_start_day_is_taken_that_day) {
  // The stay that began on 1 August ends in the afternoon of the 5th.
  const Worked run(scenario(three_arrive + R"(
arrangements:
  oza: {education: part, places: 1, starts: {08-01: all, 08-05: all, 08-09: all}, stay: 4.5 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 4.5 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 4.5 9 completed out"));
  // That stay ends a day too late for the last start day.
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 - - censored -"));
}

TEST(StartDaysTest, waiting_for_a_place_is_no_waiting_for_a_day) {
  const Worked run(scenario(three_arrive + R"(
arrangements:
  oza: {education: part, places: 1, starts: {08-01: all, 08-10: all, 08-20: all}, stay: 7 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 9 16 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 19 26 completed out"));
  const NodeRecord& oza = run.records().nodes[run.node("oza")];
  // Free without a start day: 8 to 10 August, and 17 to 20 August.
  EXPECT_DOUBLE_EQ(oza.calendar_wait_days[0], 2 + (2 + 3));
}

TEST(StartDaysTest, new_places_are_there_before_the_day_fills_them) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2027-07-20, 2027-07-21], to: oza}
arrangements:
  oza:
    education: part
    places: [{from: 2026-08-01, count: 0}, {from: 2027-08-01, count: 2}]
    starts: {08-01: all}
    stay: 5 days
    routes: {out: 100%}
)" + out,
                            2));
  EXPECT_THAT(run.told(0), ElementsAre("oza 353 365 370 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 354 365 370 completed out"));
}

}  // namespace
}  // namespace doorstroom
