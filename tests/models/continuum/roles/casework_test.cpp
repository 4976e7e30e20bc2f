#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

/// A process director with limited hours.

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using worked::out;
using worked::scenario;
using worked::Worked;
using What = RoleAction::What;

/// Four youths who wait for the full oza, and a director who meets every week from 8 August on.
std::string waiting(const std::string& casework, const std::string& more = "") {
  return scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02, 2026-08-03, 2026-08-04], to: oza}
arrangements:
  oza: {education: part, places: 1, stay: 200 days, routes: {out: 100%}}
  zoa: {education: part, places: 1, stay: 30 days, routes: {out: 100%}}
)" + more + R"(
interventions:
  director:
    from: 2026-08-08
    until: 2026-09-05
    casework: {fte: 1, hours: 730.5 hours per year, every: 1 week, )" +
                  casework + "}\n" + out);
}

std::vector<std::string> acts(const Worked& run) {
  std::vector<std::string> actions;
  static const char* const what[] = {"placed", "made_place", "put_first", "back_at_school",
                                     "found_nothing"};
  for (const RoleAction& action : run.records().actions)
    actions.push_back(
        fmt::format("{} {} {} {} {}", action.at.days(), what[static_cast<int>(action.what)],
                    action.node == no_node ? "-" : run.scenario().nodes[action.node].id,
                    action.hours, action.because));
  return actions;
}

TEST(CaseworkTest, who_waits_longest_gets_the_place_that_is_free_elsewhere) {
  // 2 hours a day: 14 hours a week, one case.
  const Worked run(waiting("per_case: 10 hours, may_place_in: [oza, zoa]"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 - 7 mediated zoa", "zoa 7 7 37 completed out"));
  EXPECT_THAT(acts(run)[0], "7 placed zoa 10 6");
  EXPECT_EQ(run.records().years[0].mediated, 1U);
}

TEST(CaseworkTest, hours_that_are_left_can_be_used_at_the_next_meeting_only) {
  // 14 hours a week at 10 a case leave 4; with them the second week has 18, still one case, of
  // which 8 are left; the third week has 22 hours and two cases, and 2 hours left.
  const Worked run(waiting("per_case: 10 hours, may_place_in: [oza]"));
  EXPECT_THAT(acts(run), ElementsAre("7 put_first oza 10 6", "14 put_first oza 10 12",
                                     "21 put_first oza 10 18"));
  // There were no more than three to help; nobody is helped twice within eight weeks.
}

TEST(CaseworkTest, who_was_put_first_goes_before_those_who_asked_earlier) {
  const Worked run(waiting("per_case: 14 hours, picks: most_severe, may_place_in: [oza]"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 200 - censored -"));
}

TEST(CaseworkTest, a_place_is_made_and_closed_when_the_youth_leaves) {
  const Worked run(waiting("per_case: 10 hours, makes: {zoa: 1 per year}, may_place_in: []"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 - 7 mediated zoa", "zoa 7 7 37 completed out"));
  EXPECT_THAT(acts(run), ElementsAre("7 made_place zoa 10 6", "14 found_nothing - 10 12",
                                     "21 found_nothing - 10 18"));
  const NodeRecord& zoa = run.records().nodes[run.node("zoa")];
  EXPECT_DOUBLE_EQ(zoa.segments[0].places_days, 153 + 30);  // until New Year
}

TEST(CaseworkTest, the_absent_who_find_no_place_may_go_back_to_school_and_wait_on) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02], to: oza}
arrangements:
  oza:
    education: part
    places: 1
    stay: 100 days
    waiting: {at_home: 100%}
    routes: {out: 100%}
interventions:
  director:
    from: 2026-08-11
    casework: {fte: 1, hours: 730.5 hours per year, every: 1 month, per_case: 10 hours, else_back_at_school: 100%}
)" + out));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 100 200 completed out"));
  EXPECT_DOUBLE_EQ(run.of(1)[0].absent_days, 9);
  EXPECT_THAT(acts(run)[0], "10 back_at_school - 10 9");
}

TEST(CaseworkTest, who_is_put_first_elsewhere_and_back_at_school_loses_patience_there_once) {
  // Youth 2 waits at home for oza, moves to the list of zoa on day 10, attends, and would stay home
  // again on day 30: but enters on day 25.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02], to: oza}
  clinic: {arrivals: [2026-08-01], to: zoa}
arrangements:
  oza: {education: part, places: 1, stay: 100 days, waiting: {at_home: 100%}, routes: {out: 100%}}
  zoa: {education: part, places: 1, stay: 25 days, waiting: {stays_home_after: 20 days}, routes: {out: 100%}}
interventions:
  director:
    from: 2026-08-11
    casework: {fte: 1, hours: 730.5 hours per year, every: 1 month, per_case: 10 hours, may_place_in: [zoa], else_back_at_school: 100%}
)" + out));
  EXPECT_THAT(run.told(2), ElementsAre("oza 1 - 10 mediated zoa", "zoa 10 25 50 completed out"));
  EXPECT_DOUBLE_EQ(run.of(2)[1].absent_days, 0);
}

TEST(CaseworkTest, a_youth_who_holds_a_place_is_left_out) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: so}
  home: {arrivals: [2026-08-01], to: residence}
arrangements:
  so: {education: full, places: 1, stay: 100 days, routes: {out: 100%}}
  residence: {education: none, places: 1, holds_place: true, stay: 4 days, routes: {so: 100%}}
interventions:
  director:
    from: 2026-08-11
    casework: {fte: 1, hours: 730.5 hours per year, every: 1 month, per_case: 10 hours, else_back_at_school: 100%}
)" + out));
  EXPECT_THAT(acts(run), IsEmpty());
  EXPECT_THAT(run.told(1),
              ElementsAre("residence 0 0 100 completed so", "so 4 100 200 completed out"));
}

TEST(CaseworkTest, a_youth_who_holds_a_place_is_not_placed_in_it_anew) {
  // From day 10 on the youth in oza waits for zoa, which is full until day 100.
  const Worked run(scenario(R"(
sources:
  clinic: {arrivals: [2026-08-01], to: zoa}
  school: {arrivals: [2026-08-01], to: oza}
arrangements:
  zoa: {education: part, places: 1, stay: 100 days, routes: {out: 100%}}
  oza: {education: part, places: 1, holds_place: true, stay: 10 days, routes: {zoa: 100%}}
interventions:
  director:
    from: 2026-08-15
    casework: {fte: 1, hours: 730.5 hours per year, every: 1 week, per_case: 10 hours, may_place_in: [oza], makes: {oza: 5 per year}}
)" + out));
  EXPECT_THAT(acts(run), IsEmpty());
  EXPECT_THAT(run.told(1),
              ElementsAre("oza 0 0 100 completed zoa", "zoa 10 100 200 completed out"));
}

TEST(CaseworkTest, nothing_is_done_before_it_begins_or_when_it_has_ended) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-12-01], to: oza}
arrangements:
  oza: {education: part, places: 1, stay: 300 days, routes: {out: 100%}}
  zoa: {education: part, places: 1, stay: 30 days, routes: {out: 100%}}
interventions:
  director:
    from: 2026-08-08
    until: 2026-12-01
    casework: {fte: 1, hours: 730.5 hours per year, every: 1 week, per_case: 10 hours, may_place_in: [zoa]}
)" + out));
  EXPECT_THAT(run.records().actions, IsEmpty());
}

TEST(CaseworkTest, hours_grow_with_the_ramp_and_fade_with_what_is_kept) {
  // Half the hours (7 a week) are too few for a case of 14 at a meeting; with what was left over
  // they are enough.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-01], to: oza}
arrangements:
  oza: {education: part, places: 1, stay: 300 days, routes: {out: 100%}}
  zoa: {education: part, places: 1, stay: 30 days, routes: {out: 100%}}
interventions:
  director:
    from: 2026-07-01
    until: 2026-08-01
    afterwards: {keeps: 50%, fades_over: 1000 years}
    casework: {fte: 1, hours: 730.5 hours per year, every: 1 week, per_case: 13.9 hours, may_place_in: [zoa]}
)" + out));
  EXPECT_THAT(run.told(1), ElementsAre("oza 0 - 11 mediated zoa", "zoa 11 11 41 completed out"));
}

TEST(CaseworkTest, no_place_is_made_of_a_funder_who_is_out_of_money) {
  // The entry of day 0 costs more than the rest of the year has.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02], to: oza}
  other: {arrivals: [2026-08-01], to: zoa}
arrangements:
  oza: {education: part, places: 1, stay: 200 days, routes: {out: 100%}}
  zoa: {education: part, places: 1, stay: 30 days, cost: {per_stay: 100 EUR, paid_by: gemeente}, routes: {out: 100%}}
budgets: {gemeente: {amount: 100 EUR per year}}
interventions:
  director:
    from: 2026-08-08
    until: 2026-09-05
    casework: {fte: 1, hours: 730.5 hours per year, every: 1 week, per_case: 10 hours, makes: {zoa: 1 per year}, may_place_in: []}
)" + out));
  EXPECT_THAT(acts(run), ElementsAre("7 found_nothing - 10 6"));
}

TEST(CaseworkTest, who_is_put_first_on_one_list_keeps_the_place_on_the_others) {
  // The complex case is put first at south; north goes to who asked there before.
  const Worked run(scenario(R"(
sources:
  inside: {arrivals: [2026-08-01], to: north}
  there: {arrivals: [2026-08-01], to: south}
  before: {arrivals: [2026-08-02], to: any}
  complex: {arrivals: [2026-08-03], severity: {complex: 100%}, to: any}
choices:
  any: {first_free: [north, south]}
arrangements:
  north: {education: part, places: 1, stay: 20 days, routes: {out: 100%}}
  south: {education: part, places: 1, stay: 50 days, routes: {out: 100%}}
interventions:
  director:
    from: 2026-08-08
    until: 2026-08-09
    casework: {fte: 1, hours: 730.5 hours per year, every: 1 week, per_case: 14 hours, picks: most_severe, may_place_in: [south]}
)" + out));
  EXPECT_THAT(acts(run), ElementsAre("7 put_first south 14 5"));
  EXPECT_THAT(run.told(2), ElementsAre("south 1 - 20 lapsed -", "north 1 20 40 completed out"));
}

}  // namespace
}  // namespace doorstroom
