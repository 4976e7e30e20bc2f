#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scenario_files.hpp"
#include "tests/support/worked.hpp"

/// Lists of desks that have a limit.

namespace doorstroom {
namespace {

using testing::ElementsAre;
using worked::out;
using worked::scenario;
using worked::Worked;

/// One worker who needs 10 days for a case (2 hours a day).
std::string desk(const std::string& more) {
  return "desks:\n  team: {staff: 1 fte, hours: 730.5 hours per year, work: 20 hours, " + more +
         "}\n";
}

TEST(DeskLimitTest, who_finds_the_list_of_a_desk_full_goes_elsewhere) {
  const Worked run(scenario(
      "sources:\n  school: {arrivals: [2026-08-01, 2026-08-02, 2026-08-03, 2026-08-12], to: "
      "team}\n" +
      desk("limit: 1, when_full: gone, routes: {out: 100%}") + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 10 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("team 1 10 20 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("team 2 - 2 refused gone"));
  EXPECT_THAT(run.told(3), ElementsAre("team 11 20 30 completed out"));
}

TEST(DeskLimitTest, full_lists_that_lead_round_are_refused) {
  const std::string text = scenario(
      "sources:\n  school: {per_year: 10, to: team}\n" +
      desk("limit: 0, when_full: other, routes: {out: 100%}") +
      "  other: {staff: 1 fte, hours: 730.5 hours per year, work: 20 hours, limit: 3, when_full: "
      "team, routes: {out: 100%}}\n" +
      out);
  EXPECT_THAT(ScenarioFiles().mistakes(text),
              testing::HasSubstr("when_full leads round: team -> other"));
}

TEST(DeskLimitTest, without_a_list_only_a_free_worker_takes_a_case) {
  const Worked run(
      scenario("sources:\n  school: {arrivals: [2026-08-01, 2026-08-05, 2026-08-11], to: team}\n" +
               desk("limit: 0, when_full: gone, routes: {out: 100%}") + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 10 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("team 4 - 4 refused gone"));
  EXPECT_THAT(run.told(2), ElementsAre("team 10 10 20 completed out"));
}

TEST(DeskLimitTest, a_case_that_the_target_sends_back_waits_although_the_list_is_full) {
  const Worked run(scenario(
      "sources:\n  school: {arrivals: [2026-08-01, 2026-08-02], to: team}\n" +
      desk("limit: 0, when_full: gone, routes: {oza: {share: 100%, bounce: 100%, rework: 50%}}") +
      R"(
arrangements:
  oza: {education: part, places: unlimited, stay: 5 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0),
              ElementsAre("team 0 0 10 completed oza", "oza 10 - 10 bounced team",
                          "team 10 10 15 completed oza", "oza 15 15 20 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("team 1 - 1 refused gone"));
}

TEST(DeskLimitTest, a_case_that_absence_opens_waits_although_the_list_is_full) {
  const Worked run(
      scenario("absence: {case: {desk: team, after: 1 day}}\n"
               "sources:\n  school: {arrivals: [2026-08-01], to: team}\n"
               "  home: {arrivals: [2026-08-02], absent: 100%, to: oza}\n" +
               desk("limit: 0, when_full: gone, routes: {out: 100%}") + R"(
arrangements:
  oza: {education: part, places: 0, stay: 5 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 10 completed out"));
  EXPECT_EQ(run.told(1).front(), "team 2 10 20 completed -");
}

}  // namespace
}  // namespace doorstroom
