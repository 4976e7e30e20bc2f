// What happens first when much happens at one instant: small scenarios worked by hand, to the tick.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "models/continuum/continuum.hpp"
#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using worked::out;
using worked::scenario;
using worked::three_arrive;
using worked::Worked;

/// 1 August 2027 is day 7, the day of the second census. At its midnight
/// - the stay of youth 0, who came on day 0 for 7 days, ends;
/// - the places are 3 instead of 2, and grow by 40%: 4.2, so 4;
/// - stays and handovers begin to be half as long;
/// - youth 5 (light) and youth 6 (complex) ask;
/// - the patience of youths 2 (light) and 3 (middle), who asked on day 2, ends after 5 days, while
///   youth 4 (middle), who asked on day 3, still has a day;
/// - the census counts.
/// The list goes by severity.
TEST(TiesTest, on_1_august_all_goes_in_the_order_of_phases) {
  const Worked run(scenario(R"(
sources:
  early: {arrivals: [2027-07-25, 2027-07-26], to: oza}
  light: {arrivals: [2027-07-27, 2027-08-01], severity: {light: 100%}, to: oza}
  middle: {arrivals: [2027-07-27, 2027-07-28], severity: {middle: 100%}, to: oza}
  complex: {arrivals: [2027-08-01], severity: {complex: 100%}, to: oza}
arrangements:
  oza:
    education: part
    places: [{from: 2027-07-25, count: 2}, {from: 2027-08-01, count: 3}]
    growth: 40% per year
    order: severity
    stay: 7 days
    waiting: {leaves_after: 5 days, leaves_to: zoa}
    routes: {zoa: {share: 100%, delay: 4 days}}
  zoa: {education: part, places: 9, stay: 1 week, routes: {out: 100%}}
interventions:
  faster:
    from: 2027-08-01
    effects:
      stay: {change: arrangements.oza.stay, factor: 0.5}
      handover: {change: arrangements.oza.routes.zoa.delay, factor: 0.5}
)" + out,
                            1, "2027-07-25"));
  // Phase 1: the stay ends by what held before, so this handover takes 4 days.
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 7 completed zoa", "zoa 11 11 18 completed out"));
  // A stay that goes on is as long as it was drawn; the handover on day 8 takes 2 days.
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 1 8 completed zoa", "zoa 10 10 17 completed out"));

  // Phase 2 makes 4 places, 1 of them taken. Phase 3: youths 5 and 6 ask. Phase 4: of the 3 that
  // are free the first goes to youth 6, complex, who has only just asked, the next to youths 3 and
  // 4, middle, in the order of asking. Each stays for 3.5 days and is handed over in 2.
  EXPECT_THAT(run.told(6),
              ElementsAre("oza 7 7 10.5 completed zoa", "zoa 12.5 12.5 19.5 completed out"));
  EXPECT_THAT(run.told(3),
              ElementsAre("oza 2 7 10.5 completed zoa", "zoa 12.5 12.5 19.5 completed out"));
  EXPECT_THAT(run.told(4),
              ElementsAre("oza 3 7 10.5 completed zoa", "zoa 12.5 12.5 19.5 completed out"));
  // Phase 5: nothing was left for youth 2, who gives up; then phases 3 and 4 once more, in which
  // the same youth asks elsewhere and enters.
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 - 7 left_list zoa", "zoa 7 7 14 completed out"));
  // Youth 5 waits until the next stay ends.
  EXPECT_THAT(run.told(5),
              ElementsAre("oza 7 8 11.5 completed zoa", "zoa 13.5 13.5 20.5 completed out"));

  // Phase 7, on days 0, 7 and 14; oza, then zoa. On day 7 oza has youths 1, 3, 4 and 6, zoa has
  // youth 2, who leaves on day 14 before that census.
  const CensusRecord& census = run.records().census;
  const auto first_weeks = [](std::vector<std::int32_t> counts) {
    counts.resize(6);
    return counts;
  };
  EXPECT_THAT(first_weeks(census.occupied), ElementsAre(1, 0, 4, 1, 0, 6));
  EXPECT_THAT(first_weeks(census.waiting), ElementsAre(0, 0, 1, 0, 0, 0));
  EXPECT_THAT(first_weeks(census.places), ElementsAre(2, 9, 4, 9, 4, 9));
}

TEST(TiesTest, two_who_ask_at_one_tick_go_by_source_then_month_then_ordinal) {
  // All ask on 2 August, day 8: beta of 30 July in 3 days, alpha of 31 July in 2, of 1 August in 1.
  const Worked run(scenario(R"(
sources:
  alpha:
    arrivals: [2027-07-31, 2027-07-31, 2027-08-01, 2027-08-01]
    routes: {oza: {share: 100%, delay: 2 days}}
  beta: {arrivals: [2027-07-30], routes: {oza: {share: 100%, delay: 3 days}}}
arrangements:
  oza: {education: part, places: 1, stay: 10 days, routes: {out: 100%}}
interventions:
  faster:
    from: 2027-08-01
    effects: {handover: {change: sources.alpha.routes.oza.delay, factor: 0.5}}
)" + out,
                            1, "2027-07-25"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 8 8 18 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 8 18 28 completed out"));
  EXPECT_THAT(run.told(3), ElementsAre("oza 8 28 38 completed out"));
  EXPECT_THAT(run.told(4), ElementsAre("oza 8 38 48 completed out"));
  EXPECT_THAT(run.told(0), ElementsAre("oza 8 48 58 completed out"));
  EXPECT_EQ(run.records().youths[0].source, run.node("beta"));
}

TEST(TiesTest, youths_of_today_go_before_who_asks_at_the_start) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: oza}
arrangements:
  oza: {education: part, places: 1, stay: 10 days, routes: {out: 100%}}
today:
  oza: {occupied: 0, waiting: 2}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 10 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 0 10 20 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 0 20 30 completed out"));
  EXPECT_EQ(run.records().youths[2].source, run.node("school"));
}

TEST(TiesTest, places_that_fall_put_nobody_out_and_close_as_stays_end) {
  // Of 3 places 1 is left on day 7. Who left on days 12 and 15 made no room, who left on day 16
  // did.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-04, 2026-08-05, 2026-08-06], to: oza}
arrangements:
  oza:
    education: part
    places: [{from: 2026-08-01, count: 3}, {from: 2026-08-08, count: 1}]
    stay: 12 days
    routes: {out: 100%}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 12 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 3 3 15 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 4 4 16 completed out"));
  EXPECT_THAT(run.told(3), ElementsAre("oza 5 16 28 completed out"));

  // On days 0, 7, 14, 21 and 28; who left on day 28 is not counted.
  CensusRecord census = run.records().census;
  for (auto* counts : {&census.occupied, &census.places, &census.waiting}) counts->resize(5);
  EXPECT_THAT(census.occupied, ElementsAre(1, 3, 2, 1, 0));
  EXPECT_THAT(census.places, ElementsAre(3, 1, 1, 1, 1));
  EXPECT_THAT(census.waiting, ElementsAre(0, 1, 1, 0, 0));
}

TEST(TiesTest, a_place_that_closes_as_its_stay_ends_is_offered_to_nobody) {
  // On day 7 the first stay ends, and 1 of 2 places is left, which youth 1 has until day 10.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-04, 2026-08-05], to: oza}
arrangements:
  oza:
    education: part
    places: [{from: 2026-08-01, count: 2}, {from: 2026-08-08, count: 1}]
    stay: 7 days
    routes: {out: 100%}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 7 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 3 3 10 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 4 10 17 completed out"));
}

TEST(TiesTest, a_worker_too_many_finishes_the_case) {
  // An hour of work is a day. Of 2 workers 1 is left on day 7: the first case ends on day 10, but
  // only when the second ends, too, the third begins.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-04, 2026-08-05], to: team}
desks:
  team:
    staff: [{from: 2026-08-01, count: 2 fte}, {from: 2026-08-08, count: 1 fte}]
    hours: 365.25 hours per year
    work: 10 hours
    routes: {out: 100%}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 10 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("team 3 3 13 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("team 4 13 23 completed out"));
}

TEST(TiesTest, new_places_are_there_before_those_who_ask_on_that_day) {
  // Of three who ask on 1 September, one finds the place that opens then.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-09-01, 2026-09-01], to: oza}
arrangements:
  oza:
    education: part
    places: [{from: 2026-08-01, count: 1}, {from: 2026-09-01, count: 2}]
    stay: 60 days
    routes: {out: 100%}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 60 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 31 31 91 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 31 60 120 completed out"));
}

TEST(TiesTest, a_place_that_comes_at_the_very_moment_patience_ends_is_in_time) {
  const Worked run(scenario(three_arrive + R"(
arrangements:
  oza:
    education: part
    places: 1
    stay: 10 days
    waiting: {leaves_after: 9 days, leaves_to: gone}
    routes: {out: 100%}
)" + out));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 10 20 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 - 11 left_list gone"));
}

TEST(TiesTest, all_who_are_listed_for_one_day_ask_before_a_place_is_offered) {
  const Worked run(scenario(R"(
sources:
  school:
    arrivals: [2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01]
    severity: {light: 60%, middle: 30%, complex: 10%}
    to: oza
arrangements:
  oza: {education: part, places: 1, stay: 10 days, order: severity, routes: {out: 100%}}
)" + out));
  std::vector<SeverityId> severities;
  for (const Visit& visit : run.records().visits) severities.push_back(visit.severity);
  EXPECT_THAT(severities, testing::SizeIs(6));
  EXPECT_TRUE(std::ranges::is_sorted(severities, std::greater()));
  // Else the first would have gone first anyway.
  EXPECT_LT(SeverityId(run.of(0)[0].severity), severities.front());
}

/// Day 36: the stay of youth 0 ends, and it would be the turn of youth 1, absent since day 1. Then,
/// before the place is offered, the case that this absence opened on day 29 ends in school after a
/// week. So it is the turn of youth 2, who is still absent.
TEST(TiesTest, a_place_goes_to_who_comes_first_by_the_time_it_is_offered) {
  const Worked run(scenario(R"(
absence: {case: {desk: rbl, after: 4 weeks, share: 100%, back_to_school: 100%}}
sources:
  attending: {arrivals: [2026-08-01], age: 10 years, to: oza}
  absent: {arrivals: [2026-08-02, 2026-08-03], age: 10 years, absent: 100%, to: oza}
desks:
  rbl: {staff: unlimited, takes: 1 week, routes: {out: 100%}}
arrangements:
  oza: {education: part, places: 1, order: longest_absent, stay: 36 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 36 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("rbl 29 29 36 completed -", "oza 1 72 108 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("rbl 30 30 37 completed -", "oza 2 36 72 completed out"));
}

TEST(TiesTest, an_effect_holds_for_who_asks_on_its_first_day_not_for_who_leaves_then) {
  // The handover halves from 11 August. One stay ends on that very day, in the phase before.
  const Worked run(scenario(R"(
sources:
  early: {arrivals: [2026-08-01], to: oza}
  late: {arrivals: [2026-08-11], routes: {zoa: {share: 100%, delay: 8 days}}}
arrangements:
  oza: {education: part, places: 1, stay: 10 days, routes: {zoa: {share: 100%, delay: 8 days}}}
  zoa: {education: part, places: 5, stay: 1 week, routes: {out: 100%}}
interventions:
  faster:
    from: 2026-08-11
    effects:
      handover: {change: "**.routes.*.delay", factor: 0.5}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 10 completed zoa", "zoa 18 18 25 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("zoa 14 14 21 completed out"));
}

/// Born at one moment, youths 1 and 2 become too old at one moment. Youth 1, in the place since day
/// 80, asked for it on day 10; youth 2, on the list, on day 0: too old first, before there is a
/// place.
TEST(TiesTest, who_asked_first_is_too_old_first_whoever_came_first) {
  const Worked run(scenario(R"(
ages: {leaves_at: 10 years, to: gone}
sources:
  before: {arrivals: [2026-08-01], age: 8 years, to: oza}
  complex: {arrivals: [2026-08-01], age: 9.75 years, severity: {complex: 100%}, to: team}
  light: {arrivals: [2026-08-01], age: 9.75 years, severity: {light: 100%}, to: oza}
desks:
  team: {staff: unlimited, takes: 10 days, routes: {oza: 100%}}
arrangements:
  oza: {education: part, places: 1, order: severity, stay: 80 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(1),
              ElementsAre("team 0 0 10 completed oza", "oza 10 80 91.3125 aged_out gone"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 0 - 91.3125 aged_out gone"));
}

TEST(TiesTest, a_case_that_takes_no_time_is_decided_by_what_held_when_it_began) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02], to: team}
desks:
  team: {staff: unlimited, takes: 0 days, routes: {out: 100%, gone: rest}}
)" + out + R"(
interventions:
  other_way:
    from: 2026-08-02
    effects: {nobody: {change: desks.team.routes.out.share, set: 0%}}
)"));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 0 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("team 1 1 1 completed gone"));
}

}  // namespace
}  // namespace doorstroom
