/// Exits from which youths come back.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using worked::scenario;
using worked::Worked;

/// One youth who stays 10 days in oza and leaves by an exit that says so.
std::string with_exit(const std::string& exit, const std::string& age = "10 years",
                      const std::string& of_oza = "") {
  return fmt::format(R"(
sources:
  school: {{arrivals: [2026-08-01], age: {}, to: oza}}
arrangements:
  oza: {{education: part, places: 1, stay: 10 days, {}routes: {{out: 100%}}}}
  zoa: {{education: part, places: 0, stay: 10 days, routes: {{out: 100%}}}}
exits:
  out: {{{}}}
)",
                     age, of_oza, exit);
}

TEST(ReturnsTest, the_same_youth_comes_back_after_a_while_as_often_as_the_draws_say) {
  const Worked run(scenario(with_exit("returns: {share: 100%, after: 100 days, to: oza}")));
  EXPECT_THAT(run.told(0),
              ElementsAre("oza 0 0 10 completed out", "oza 110 110 120 completed out",
                          "oza 220 220 230 completed out", "oza 330 330 340 completed out"));
  EXPECT_EQ(run.records().years[0].returns, 3u);
  EXPECT_EQ(run.records().years[0].exits, 4u);
}

TEST(ReturnsTest, who_will_be_back_has_not_left_and_the_last_exit_counts) {
  const Worked back(scenario(with_exit("returns: {share: 100%, after: 200 days, to: oza}")));
  // Out on day 10 and again on day 220; the next return would be on day 420, beyond the horizon.
  EXPECT_EQ(back.records().exited, 1u);
  EXPECT_EQ(back.records().present_at_end, 0u);
  EXPECT_EQ(back.records().youths[0].exited.days(), 220);
  const Worked waits(scenario(with_exit("returns: {share: 100%, after: 200 days, to: zoa}")));
  EXPECT_EQ(waits.records().exited, 0u);
  EXPECT_EQ(waits.records().present_at_end, 1u);
  EXPECT_EQ(waits.records().youths[0].exited, never);
  EXPECT_EQ(waits.records().youths[0].exit, no_node);
  EXPECT_THAT(waits.told(0), ElementsAre("oza 0 0 10 completed out", "zoa 210 - - censored -"));
}

TEST(ReturnsTest, nobody_comes_back_at_a_share_of_nothing) {
  const Worked run(scenario(with_exit("returns: {share: 0%, after: 100 days, to: oza}")));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 10 completed out"));
  EXPECT_EQ(run.records().years[0].returns, 0u);
}

TEST(ReturnsTest, an_effect_changes_who_comes_back_and_when) {
  const Worked run(scenario(with_exit("returns: {share: 100%, after: 100 days, to: oza}") + R"(
interventions:
  care:
    from: 2026-11-20
    effects:
      fewer: {change: exits.out.returns.share, factor: 0, from: 2027-03-01}
      later: {change: exits.out.returns.after, add: 60 days}
)"));
  // Day 120 is 29 November: away for 160 days; day 290 is 18 May.
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 10 completed out", "oza 110 110 120 completed out",
                                       "oza 280 280 290 completed out"));
}

TEST(ReturnsTest, nobody_comes_back_who_is_too_old_by_then) {
  const auto visits = [](const std::string& leaves_at) {
    const Worked run(scenario(
        with_exit("returns: {share: 100%, after: 300 days, to: oza}", "3600.5 days") + leaves_at));
    return run.told(0).size();
  };
  EXPECT_EQ(visits(""), 2u);
  EXPECT_EQ(visits("ages: {leaves_at: 11 years, to: out}\n"), 2u);
  EXPECT_EQ(visits("ages: {leaves_at: 10 years, to: out}\n"), 1u);
}

TEST(ReturnsTest, who_leaves_by_age_does_not_return) {
  const Worked run(
      scenario(with_exit("returns: {share: 100%, after: 5 days, to: oza}", "3650.5 days") +
               "ages: {leaves_at: 10 years, to: out}\n"));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 2 aged_out out"));
  EXPECT_EQ(run.records().exited, 1u);
}

TEST(ReturnsTest, who_is_too_old_for_a_place_only_does_not_return_either) {
  const Worked run(scenario(with_exit("returns: {share: 100%, after: 5 days, to: oza}",
                                      "3650.5 days", "leaves_at: 10 years, ") +
                            "ages: {leaves_at: 20 years, to: out}\n"));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 2 aged_out out"));
  EXPECT_EQ(run.records().years[0].returns, 0u);
}

TEST(ReturnsTest, a_youth_who_is_away_counts_nowhere) {
  // Absent from day 10 by the exit, but counted from the return on day 110 to the horizon only.
  const Worked run(
      scenario(with_exit("education: none, returns: {share: 100%, after: 100 days, to: zoa}")));
  EXPECT_EQ(run.of(0).at(1).absent_days, 365 - 110);
  EXPECT_EQ(run.records().years[0].absent_4w_days, 365 - 110 - 28);
  EXPECT_EQ(run.records().years[0].dropouts, 1u);
  EXPECT_EQ(run.records().census.absent[10], 0);
  EXPECT_EQ(run.records().census.absent[20], 1);
}

TEST(ReturnsTest, who_was_absent_on_leaving_is_absent_on_return_from_then_on) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], absent: 100%, to: team}
desks:
  team: {staff: unlimited, takes: 10 days, routes: {out: 100%}}
exits:
  out: {returns: {share: 100%, after: 300 days, to: team}}
)"));
  EXPECT_EQ(run.of(0).at(0).absent_days, 10);
  EXPECT_EQ(run.of(0).at(1).absent_days, 10);
  EXPECT_EQ(run.records().years[0].education_days_lost, 20);
}

}  // namespace
}  // namespace doorstroom
