#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

/// A steering group that opens, closes and moves places.

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using worked::out;
using worked::scenario;
using worked::Worked;

/// Eight youths for one place; the group decides each 1 October and 1 May on the half-year before.
std::string crowded(const std::string& steering, int years = 2) {
  return scenario(R"(
sources:
  school:
    arrivals: [2026-08-01, 2026-08-02, 2026-08-03, 2026-08-04, 2026-08-05, 2026-08-06, 2026-08-07, 2026-08-08]
    to: oza
arrangements:
  oza: {education: part, places: 1, stay: 600 days, routes: {out: 100%}}
  zoa: {education: part, places: 4, stay: 30 days, routes: {out: 100%}}
interventions:
  group:
    from: 2026-09-01
    steering: {decides_on: [10-01, 05-01], over: 6 months, )" +
                      steering + "}\n" + out,
                  years);
}

std::vector<std::string> told(const Worked& run) {
  std::vector<std::string> actions;
  for (const RoleAction& action : run.records().actions) {
    const char* const what = action.what == RoleAction::What::decided       ? "decided"
                             : action.what == RoleAction::What::decided_not ? "decided_not"
                             : action.what == RoleAction::What::opened      ? "opened"
                                                                            : "closed";
    actions.push_back(fmt::format("{} {} {} {}", to_text(run.scenario().period.date_of(action.at)),
                                  what, run.scenario().nodes[action.node].id, action.amount));
  }
  return actions;
}

TEST(SteeringTest, places_open_some_time_after_the_decision_and_no_more_than_may) {
  const Worked run(crowded(
      "watches: oza.still_waiting, when: \"> 2\", opens: {oza: 2}, after: 3 months, at_most: 3"));
  EXPECT_THAT(told(run), ElementsAre("2026-10-01 decided oza 0", "2027-01-01 opened oza 2",
                                     "2027-05-01 decided oza 0", "2027-08-01 opened oza 1",
                                     "2027-10-01 decided oza 0", "2028-05-01 decided oza 0"));
  EXPECT_EQ(run.of(1)[0].entered, run.scenario().period.at(Date(std::chrono::year(2027) / 1 / 1)));
  EXPECT_EQ(run.of(3)[0].entered, run.scenario().period.at(Date(std::chrono::year(2027) / 8 / 1)));
}

TEST(SteeringTest, without_data_nothing_is_decided) {
  const Worked run(crowded("watches: zoa.wait_p90, when: \"> 1 day\", opens: {oza: 2}"));
  EXPECT_THAT(run.records().actions, IsEmpty());
}

TEST(SteeringTest, a_wait_is_that_of_who_entered_and_so_far_of_who_waits) {
  // One entered at once, seven have waited 54 to 60 days on 1 October: the median of the eight is
  // that of the fourth and fifth, 56.5 days.
  const Worked above(crowded("watches: oza.wait_p50, when: \"> 56 days\", opens: {oza: 1}", 1));
  EXPECT_EQ(told(above).front(), "2026-10-01 decided oza 0");
  EXPECT_DOUBLE_EQ(above.records().actions.front().because, 56.5);
  const Worked below(crowded("watches: oza.wait_p50, when: \"> 57 days\", opens: {oza: 1}", 1));
  EXPECT_EQ(told(below).front(), "2026-10-01 decided_not oza 0");
}

TEST(SteeringTest, places_move_and_close_without_putting_anybody_out) {
  const Worked run(
      crowded("watches: oza.utilisation, when: \">= 99%\", moves: {from: zoa, to: oza, count: 3}, "
              "closes: {zoa: 3}",
              1));
  EXPECT_THAT(told(run), ElementsAre("2026-10-01 decided oza 0", "2026-10-01 closed zoa 3",
                                     "2026-10-01 closed zoa 1", "2026-10-01 opened oza 1",
                                     "2027-05-01 decided oza 0"));
  EXPECT_EQ(run.of(1)[0].entered, Instant::at_day(61));
}

}  // namespace
}  // namespace doorstroom
