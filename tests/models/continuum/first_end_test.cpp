/// What comes first after a first signal: dropping out, a limited place, or leaving.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using worked::out;
using worked::scenario;
using worked::three_arrive;
using worked::Worked;

/// "38 dropped_out": days from the signal, and what came then; in any order.
std::vector<std::string> told(const std::string& yaml) {
  static const char* const ends[] = {"dropped_out", "placed", "left", "still_there"};
  const Worked run(scenario(yaml + out));
  std::vector<std::string> all;
  for (const FirstEnd& first : run.records().first_ends)
    all.push_back(fmt::format("{} {}", first.length().count, ends[static_cast<int>(first.end())]));
  return all;
}

/// One youth who waits for a place that is there from a day on.
std::string one_waits(const std::string& opens, const std::string& waiting,
                      const std::string& source = "", const std::string& education = "full") {
  return fmt::format(R"(
sources:
  school: {{arrivals: [2026-08-01], to: oza{}}}
arrangements:
  oza:
    education: {}
    places: [{{from: 2026-08-01, count: 0}}, {{from: {}, count: 1}}]
    stay: 100 days
    waiting: {{{}}}
    routes: {{out: 100%}}
)",
                     source, education, opens, waiting);
}

TEST(FirstEndTest, who_waits_at_home_for_more_than_four_weeks_drops_out) {
  EXPECT_THAT(told(three_arrive + R"(
arrangements:
  oza:
    education: full
    places: 1
    stay: 200 days
    waiting: {stays_home_after: 10 days}
    routes: {out: 100%}
)"),
              UnorderedElementsAre("0 placed", "38 dropped_out", "38 dropped_out"));
}

// Home from day 10 on: longer than 4 weeks right after day 38, which is 8 September.
TEST(FirstEndTest, a_place_just_when_four_weeks_have_passed_comes_first) {
  EXPECT_THAT(told(one_waits("2026-09-08", "stays_home_after: 10 days")), ElementsAre("38 placed"));
  EXPECT_THAT(told(one_waits("2026-09-09", "stays_home_after: 10 days")),
              ElementsAre("38 dropped_out"));
}

TEST(FirstEndTest, who_stays_absent_inside_dropped_out_when_the_four_weeks_were_over) {
  EXPECT_THAT(told(one_waits("2026-09-09", "stays_home_after: 10 days", "", "none")),
              ElementsAre("38 dropped_out"));
  EXPECT_THAT(told(one_waits("2026-08-21", "stays_home_after: 10 days", "", "none")),
              ElementsAre("20 placed"));
}

TEST(FirstEndTest, who_leaves_while_waiting_has_left) {
  EXPECT_THAT(told(one_waits("2027-07-01", "leaves_after: 20 days, leaves_to: gone")),
              ElementsAre("20 left"));
  EXPECT_THAT(told(one_waits("2027-07-01",
                             "stays_home_after: 10 days, leaves_after: 40 days, leaves_to: gone")),
              ElementsAre("38 dropped_out"));
}

TEST(FirstEndTest, who_still_waits_at_the_horizon_is_still_there) {
  EXPECT_THAT(told(one_waits("2027-07-31", "", ", age: 8 years", "full") +
                   "set: {arrangements.oza.places: 0}\n"),
              ElementsAre("365 still_there"));
}

TEST(FirstEndTest, who_is_absent_on_arrival_is_not_followed) {
  EXPECT_THAT(told(one_waits("2027-07-01", "", ", absent: 100%")), IsEmpty());
}

// 18 years are 6574.5 days.
TEST(FirstEndTest, whoever_gets_too_old_to_drop_out_has_left) {
  EXPECT_THAT(told(one_waits("2027-07-01", "stays_home_after: 10 days", ", age: 6554.5 days")),
              ElementsAre("20 left"));
  EXPECT_THAT(told(one_waits("2026-08-11", "", ", age: 6554.5 days")), ElementsAre("10 placed"));
  EXPECT_THAT(told(one_waits("2026-08-11", "", ", age: 18 years")), IsEmpty());
  EXPECT_THAT(told(one_waits("2027-07-01", "stays_home_after: 10 days", ", age: 6554.5 days") +
                   "ages: {compulsory: [5, 19]}\n"),
              ElementsAre("38 dropped_out"));
}

// Absent until the fifth birthday does not count, and beyond it does: 5 years are 1826.25 days.
TEST(FirstEndTest, who_is_too_young_to_drop_out_is_followed_all_the_same) {
  EXPECT_THAT(told(one_waits("2027-07-01", "stays_home_after: 10 days", ", age: 1800 days")),
              ElementsAre("38 dropped_out"));
  EXPECT_THAT(told(one_waits("2026-10-01", "stays_home_after: 10 days", ", age: 1700 days")),
              ElementsAre("61 placed"));
}

TEST(FirstEndTest, a_place_without_limit_is_no_end) {
  EXPECT_THAT(told(one_waits("2026-08-11", "") + "set: {arrangements.oza.places: unlimited}\n"),
              ElementsAre("100 left"));
}

TEST(FirstEndTest, who_came_before_the_counted_period_is_not_followed) {
  EXPECT_THAT(told(one_waits("2026-08-11", "") + "today: {oza: {waiting: 3}}\n"),
              ElementsAre("310 placed"));
  EXPECT_THAT(
      told(one_waits("2026-08-11", "") +
           "set: {period.warm_up: 31 days, sources.school.arrivals: [2026-07-20, 2026-08-02]}\n"),
      ElementsAre("109 placed"));
}

}  // namespace
}  // namespace doorstroom
