#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

/// Arrangements that let nobody in during parts of the year.

namespace doorstroom {
namespace {

using testing::ElementsAre;
using worked::out;
using worked::scenario;
using worked::three_arrive;
using worked::Worked;

TEST(ClosedTest, nobody_enters_while_it_is_closed_and_stays_go_on) {
  const Worked run(scenario(three_arrive + R"(
arrangements:
  oza: {education: part, places: 2, closed: [{from: 08-02, to: 08-10}], stay: 5 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 5 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 9 14 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 9 14 completed out"));
  const NodeRecord& oza = run.records().nodes[run.node("oza")];
  EXPECT_DOUBLE_EQ(oza.calendar_wait_days[0], 8 + 7) << "a place was free all the time";
}

TEST(ClosedTest, waiting_for_a_place_is_no_waiting_for_the_opening) {
  const Worked run(scenario(three_arrive + R"(
arrangements:
  oza: {education: part, places: 1, closed: [{from: 08-05, to: 08-10}], stay: 6 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 6 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 9 15 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 15 21 completed out"));
  const NodeRecord& oza = run.records().nodes[run.node("oza")];
  EXPECT_DOUBLE_EQ(oza.calendar_wait_days[0], 3 + 3) << "from the 6th day to the 9th, for both";
}

TEST(ClosedTest, a_closure_over_new_year_ends_in_the_next_year) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-12-24], to: oza}
arrangements:
  oza: {education: part, places: 1, closed: [{from: 12-20, to: 01-05}], stay: 5 days, routes: {out: 100%}}
)" + out));
  // 24 December is day 145, 5 January day 157.
  EXPECT_THAT(run.told(0), ElementsAre("oza 145 157 162 completed out"));
}

TEST(ClosedTest, a_place_is_held_for_what_is_unlimited_but_closed) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: oza}
arrangements:
  oza: {education: part, places: 1, holds_place: true, stay: 5 days, routes: {so: 100%}}
  so: {education: full, places: unlimited, closed: [{from: 08-01, to: 08-20}], stay: 5 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 19 completed so", "so 5 19 24 completed out"));
}

TEST(ClosedTest, a_closure_outside_the_run_changes_nothing) {
  const std::string rest = R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02], to: oza}
arrangements:
  oza: {education: part, places: 1, stay: 5 days, routes: {out: 100%}CLOSED}
)" + out;
  const auto told = [&](const std::string& closed) {
    std::string text = rest;
    text.replace(text.find("CLOSED"), 6, closed);
    const Worked run(scenario(text));
    return std::pair(run.told(0), run.told(1));
  };
  EXPECT_EQ(told(""), told(", closed: [{from: 10-01, to: 10-15}]"));
}

}  // namespace
}  // namespace doorstroom
