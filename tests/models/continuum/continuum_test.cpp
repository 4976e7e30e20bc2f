#include "models/continuum/continuum.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "engine/error.hpp"
#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using worked::out;
using worked::scenario;
using worked::three_arrive;
using worked::Worked;

TEST(ContinuumTest, a_youth_enters_at_once_when_a_place_is_free_and_leaves_after_the_stay) {
  const Worked run(scenario(three_arrive + R"(
arrangements:
  oza: {education: part, places: 3, stay: 10 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 10 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 1 11 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 2 12 completed out"));
}

TEST(ContinuumTest, who_asks_first_is_served_first) {
  const Worked run(scenario(three_arrive + R"(
arrangements:
  oza: {education: part, places: 1, stay: 10 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 10 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 10 20 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 20 30 completed out"));
}

TEST(ContinuumTest, who_runs_out_of_patience_leaves_the_list) {
  const Worked run(scenario(three_arrive + R"(
arrangements:
  oza:
    education: part
    places: 1
    stay: 10 days
    waiting: {leaves_after: 12 days, leaves_to: gone}
    routes: {out: 100%}
)" + out));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 10 20 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 - 14 left_list gone"));
}

TEST(ContinuumTest, the_handover_comes_before_asking) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], routes: {oza: {share: 100%, delay: 2 weeks}}}
arrangements:
  oza: {education: part, places: 1, stay: 10 days, routes: {zoa: {share: 100%, delay: 3 days}}}
  zoa: {education: part, places: 1, stay: 1 week, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 14 14 24 completed zoa", "zoa 27 27 34 completed out"));
  EXPECT_EQ(run.records().youths[0].exited, Instant::at_day(34));
}

TEST(ContinuumTest, a_worker_is_free_when_the_work_is_done_though_the_decision_takes_longer) {
  // 1 fte of 365.25 hours a year: an hour of work is a day.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-01], to: team}
desks:
  team:
    staff: 1 fte
    hours: 365.25 hours per year
    work: 4 hours
    takes: 10 days
    routes: {out: 100%}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 10 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("team 0 4 14 completed out"));
}

TEST(ContinuumTest, a_fraction_of_an_fte_is_a_slower_worker) {
  // 1.5 fte are 2 workers at three quarters of the speed.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-01, 2026-08-01], to: team}
desks:
  team: {staff: 1.5 fte, hours: 365.25 hours per year, work: 6 hours, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 8 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("team 0 0 8 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("team 0 8 16 completed out"));
}

TEST(ContinuumTest, a_desk_without_limits_is_a_pure_delay) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-01], to: team}
desks:
  team: {staff: unlimited, takes: 3 weeks, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 21 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("team 0 0 21 completed out"));
}

TEST(ContinuumTest, a_bounced_case_is_worked_on_again_and_is_then_accepted) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: team}
desks:
  team:
    staff: 1 fte
    hours: 365.25 hours per year
    work: 4 hours
    takes: 10 days
    routes: {oza: {share: 100%, delay: 2 days, bounce: 100%, rework: 50%}}
arrangements:
  oza: {education: part, places: 1, stay: 10 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 10 completed oza",    //
                                       "oza 12 - 12 bounced team",     //
                                       "team 12 12 14 completed oza",  //
                                       "oza 16 16 26 completed out"));
  EXPECT_EQ(run.records().years[0].bounces, 1u);
}

TEST(ContinuumTest, a_case_bounced_by_two_takes_a_share_of_its_first_work_each_time) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], age: 9.5 years, to: team}
desks:
  team:
    staff: 1 fte
    hours: 730.5 hours per year
    work: 16 hours
    routes:
      - if: {age: {to: 10 years}}
        to: {young: {share: 100%, bounce: 100%}, gone: rest}
      - to: {old: {share: 100%, bounce: 100%}}
arrangements:
  young:
    education: part
    admits: {age: {to: 10 years}}
    places: [{from: 2026-08-01, count: 0}, {from: 2027-08-02, count: 1}]
    stay: 10 days
    routes: {out: 100%}
  old: {education: part, places: 1, stay: 10 days, routes: {out: 100%}}
)" + out,
                            2));
  EXPECT_THAT(run.told(0),
              ElementsAre("team 0 0 8 completed young", "young 8 - 8 bounced team",
                          "team 8 8 12 completed young", "young 12 - 366 refused old",
                          "old 366 - 366 bounced team", "team 366 366 370 completed old",
                          "old 370 370 380 completed out"));
}

TEST(ContinuumTest, a_case_that_nobody_worked_on_has_nothing_to_be_done_again) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: first}
desks:
  first:
    staff: 1 fte
    hours: 730.5 hours per year
    work: 16 hours
    routes: {second: 100%}
  second:
    staff: [{from: 2026-08-01, count: 0}, {from: 2026-09-01, count: 1}]
    hours: 730.5 hours per year
    work: 16 hours
    waiting: {leaves_after: 1 day, leaves_to: closed}
    routes: {oza: {share: 100%, bounce: 100%}}
arrangements:
  closed:
    education: part
    admits: {severity: [complex]}
    places: 1
    stay: 10 days
    routes: {out: 100%}
  oza: {education: part, places: 1, stay: 10 days, routes: {out: 100%}}
)" + out + R"(
interventions:
  patience:
    from: 2026-08-10
    effects: {long: {change: desks.second.waiting.leaves_after, set: 1000 days}}
)"));
  EXPECT_THAT(run.told(0),
              ElementsAre("first 0 0 8 completed second", "second 8 - 9 left_list closed",
                          "closed 9 - 9 refused oza", "oza 9 - 9 bounced second",
                          "second 9 31 31 completed oza", "oza 31 31 41 completed out"));
}

TEST(ContinuumTest, places_grow_on_1_august_in_whole_places) {
  // 10 places growing 10% a year: 11 from the second year on.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: oza}
arrangements:
  oza: {education: part, places: 10, growth: 10% per year, stay: 60 days, routes: {out: 100%}}
)" + out,
                            3));
  const NodeRecord& oza = run.records().nodes[run.node("oza")];
  double places_days = 0;
  for (const NodeRecord::Usage& part : oza.segments) places_days += part.places_days;
  EXPECT_DOUBLE_EQ(places_days, 365 * 10 + 366 * 11 + 365 * 12);
}

TEST(ContinuumTest, the_most_severe_goes_first_where_the_list_says_so) {
  const Worked run(scenario(R"(
sources:
  first: {arrivals: [2026-08-01], to: oza}
  light: {arrivals: [2026-08-02], severity: {light: 100%}, to: oza}
  heavy: {arrivals: [2026-08-03], severity: {complex: 100%}, to: oza}
arrangements:
  oza: {education: part, places: 1, order: severity, stay: 10 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 20 30 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 10 20 completed out"));
}

TEST(ContinuumTest, the_longest_absent_goes_first_where_the_list_says_so) {
  const Worked run(scenario(R"(
sources:
  first: {arrivals: [2026-08-01], to: oza}
  attending: {arrivals: [2026-08-02], to: oza}
  absent: {arrivals: [2026-08-03], absent: 100%, to: oza}
arrangements:
  oza: {education: part, places: 1, order: longest_absent, stay: 10 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 20 30 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 10 20 completed out"));
}

TEST(ContinuumTest, the_route_follows_the_age_on_the_last_1_august) {
  // Twelve on 2 August: eleven on the last 1 August, so to the primary desk.
  const Worked run(scenario(R"(
sources:
  young: {arrivals: [2026-08-02], age: 12 years, routes: [{if: {age: {to: 12 years}}, to: {po: 100%}}, {to: {vo: 100%}}]}
  old: {arrivals: [2026-08-01], age: 12 years, routes: [{if: {age: {to: 12 years}}, to: {po: 100%}}, {to: {vo: 100%}}]}
desks:
  po: {staff: unlimited, takes: 1 week, routes: {out: 100%}}
  vo: {staff: unlimited, takes: 1 week, routes: {out: 100%}}
)" + out));
  EXPECT_EQ(run.of(0)[0].node, run.node("vo"));
  EXPECT_EQ(run.of(1)[0].node, run.node("po"));
}

TEST(ContinuumTest, who_grows_too_old_on_the_list_is_refused_and_routed_anew) {
  // Eleven when asking in July; twelve on 1 August, before the place comes.
  const Worked run(scenario(R"(
sources:
  first: {arrivals: [2026-08-01], age: 8 years, to: oza}
  school: {arrivals: [2027-07-01], age: {uniform: {from: 4200 days, to: 4200 days}}, routes: {oza: 100%, vo: rest}}
arrangements:
  oza: {education: part, places: 1, stay: 400 days, admits: {age: {to: 12 years}}, routes: {out: 100%}}
desks:
  vo: {staff: unlimited, takes: 1 week, routes: {out: 100%}}
)" + out,
                            3));
  // 4,200 days are 11.50 years on 1 July 2027, 10.6 on the 1 August before, 11.6 on the next.
  EXPECT_EQ(run.of(1)[0].outcome, Outcome::completed);
  const Worked late(scenario(R"(
sources:
  first: {arrivals: [2026-08-01], age: 8 years, to: oza}
  school: {arrivals: [2027-07-01], age: {uniform: {from: 4360 days, to: 4360 days}}, routes: {oza: 100%, vo: rest}}
arrangements:
  oza: {education: part, places: 1, stay: 400 days, admits: {age: {to: 12 years}}, routes: {out: 100%}}
desks:
  vo: {staff: unlimited, takes: 1 week, routes: {out: 100%}}
)" + out,
                             3));
  EXPECT_THAT(late.told(1),
              ElementsAre("oza 334 - 400 refused vo", "vo 400 400 407 completed out"));
}

TEST(ContinuumTest, an_effect_ramps_up_and_ends) {
  // Stay 100 days; add -40 days over a ramp of 20 days, until 31 August, keeping half for 20 days.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-11, 2026-08-26, 2026-08-31, 2026-09-10, 2026-10-10], to: oza}
arrangements:
  oza: {education: part, places: 9, stay: 100 days, routes: {out: 100%}}
interventions:
  shorter:
    from: 2026-08-01
    until: 2026-08-31
    ramp: 20 days
    afterwards: {keeps: 50%, fades_over: 20 days}
    effects:
      stay: {change: arrangements.oza.stay, add: -40 days}
)" + out));
  const auto stay = [&](std::uint32_t youth) {
    const Visit visit = run.of(youth)[0];
    return (visit.left - visit.entered).count;
  };
  EXPECT_DOUBLE_EQ(stay(0), 100);  // level 0
  EXPECT_DOUBLE_EQ(stay(1), 80);   // half way up the ramp
  EXPECT_DOUBLE_EQ(stay(2), 60);   // full
  EXPECT_DOUBLE_EQ(stay(3), 80);   // ended: half is kept
  EXPECT_DOUBLE_EQ(stay(4), 90);   // half of that has faded
  EXPECT_DOUBLE_EQ(stay(5), 100);  // gone
}

TEST(ContinuumTest, absence_is_counted_from_the_first_day_of_staying_home) {
  const Worked run(scenario(R"(
sources:
  first: {arrivals: [2026-08-01], to: oza}
  school: {arrivals: [2026-08-01], to: oza}
arrangements:
  oza:
    education: part
    places: 1
    stay: 100 days
    waiting: {stays_home_after: 30 days}
    routes: {out: 100%}
)" + out));
  EXPECT_DOUBLE_EQ(run.of(1)[0].absent_days, 70);
  const YearRecord& year = run.records().years[0];
  EXPECT_EQ(year.dropouts, 1u);
  EXPECT_DOUBLE_EQ(year.absent_4w_days, 70 - 28);
  EXPECT_DOUBLE_EQ(year.absent_13w_days, 0);
  // 70 days at home, then half the hours for 2 x 100 days.
  EXPECT_DOUBLE_EQ(year.education_days_lost, 70 + 0.5 * 200);
  // Absent on days 30 to 100: at the censuses of days 35 to 98; over 4 weeks from day 58 on.
  const CensusRecord& census = run.records().census;
  const auto sum = [](const std::vector<std::int32_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), 0);
  };
  EXPECT_EQ(sum(census.absent), 10);
  EXPECT_EQ(sum(census.absent_4w), 6);
}

TEST(ContinuumTest, whom_absence_leads_elsewhere_drops_the_request) {
  const Worked run(scenario(R"(
sources:
  first: {arrivals: [2026-08-01], to: oza}
  school: {arrivals: [2026-08-01], absent: 100%, to: oza}
arrangements:
  oza: {education: part, places: 1, stay: 300 days, routes: {out: 100%}}
  home: {education: exempt, places: unlimited, stay: 10 days, routes: {gone: 100%}}
absence: {leaves: {home: 100% per month}}
)" + out));
  const std::vector<Visit> visits = run.of(1);
  ASSERT_EQ(visits.size(), 2u);
  EXPECT_EQ(visits[0].outcome, Outcome::left_list);
  EXPECT_EQ(visits[0].left_to, run.node("home"));
  EXPECT_EQ(visits[1].asked, visits[0].left);
  EXPECT_EQ(visits[1].entered, visits[0].left);
  EXPECT_DOUBLE_EQ((visits[1].left - visits[1].entered).count, 10);
  EXPECT_EQ(run.records().years[0].dropouts, 0u) << "absent on arrival is no dropout";
}

TEST(ContinuumTest, whom_absence_led_to_a_list_may_still_go_back_to_school) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-01, 2026-08-01], absent: 100%, to: oza}
arrangements:
  oza: {education: part, places: 0, stay: 10 days, routes: {out: 100%}}
  away: {education: none, places: 0, stay: 10 days, routes: {out: 100%}}
absence: {back_to_school: 100% per month, leaves: {away: 100000% per month}}
)" + out));
  for (std::uint32_t youth = 0; youth < 3; ++youth) {
    const std::vector<Visit> visits = run.of(youth);
    ASSERT_EQ(visits.size(), 2u);
    EXPECT_EQ(visits[0].outcome, Outcome::left_list);
    EXPECT_EQ(visits[1].outcome, Outcome::censored);
    EXPECT_GT(visits[1].absent_days, 0);
    EXPECT_LT(visits[1].absent_days, 300);
  }
}

TEST(ContinuumTest, today_fills_places_and_lists) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: oza}
arrangements:
  oza: {education: part, places: 4, stay: 100 days, routes: {out: 100%}}
exits:
  out: {education: full}
today:
  oza: {fill: 100%, waiting: 2, waited: 3 weeks}
)"));
  const Records& records = run.records();
  EXPECT_EQ(records.present_at_start, 6u);
  EXPECT_EQ(records.nodes[run.node("oza")].inside_at_start, 4u);
  EXPECT_EQ(records.nodes[run.node("oza")].earlier.size(), 2u);
  EXPECT_EQ(run.of(4)[0].asked, Instant::at_day(-21));
  for (std::uint32_t youth = 0; youth < 4; ++youth) {
    const Visit inside = run.of(youth)[0];
    EXPECT_NEAR((inside.left - inside.entered).count, 100, 1e-5);
    EXPECT_GT(inside.left, Instant{});
  }
  EXPECT_LE(run.of(4)[0].entered, run.of(6)[0].entered) << "who waited longer goes first";
}

TEST(ContinuumTest, a_stay_set_to_what_it_is_is_found_under_way_as_it_was) {
  const std::string today = R"(
sources:
  school: {arrivals: [2026-08-01], to: oza}
arrangements:
  oza: {education: part, places: 4, stay: {exponential: {mean: 100 days}}, routes: {out: 100%}}
exits:
  out: {education: full}
today:
  oza: {occupied: 4}
)";
  const Worked as_it_is(scenario(today));
  const Worked set(scenario(today + R"(
interventions:
  same:
    from: 2026-01-01
    effects: {stay: {change: arrangements.oza.stay, set: {exponential: {mean: 100 days}}}}
)"));
  for (std::uint32_t youth = 0; youth < 4; ++youth)
    EXPECT_EQ(set.told(youth), as_it_is.told(youth));
}

TEST(ContinuumTest, patience_that_an_effect_halves_is_drawn_beyond_what_was_waited_so_far) {
  // Without memory: whoever waits has a patience of 50 days to come, however long he or she waited.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: oza}
arrangements:
  oza:
    education: part
    places: 0
    stay: 10 days
    waiting: {leaves_after: {exponential: {mean: 100 days}}, leaves_to: gone}
    routes: {out: 100%}
today:
  oza: {occupied: 0, waiting: 1000, waited: 60 days}
interventions:
  sooner:
    from: 2026-01-01
    effects: {half: {change: arrangements.oza.waiting.leaves_after, factor: 0.5}}
)" + out,
                            4));
  double to_come = 0;
  for (std::uint32_t youth = 0; youth < 1000; ++youth) {
    const Visit visit = run.of(youth)[0];
    EXPECT_GT(visit.left, Instant{});
    to_come += visit.left.days();
  }
  EXPECT_NEAR(to_come / 1000, 50, 3 * 50 / std::sqrt(1000));
}

TEST(ContinuumTest, endless_moves_end_the_run_and_name_the_cycle) {
  const std::string yaml = scenario(R"(
sources:
  school: {arrivals: [2026-08-03], to: one}
arrangements:
  one: {education: part, places: 1, stay: 0 days, routes: {two: 99.999%, out: rest}}
  two: {education: part, places: 1, stay: 0 days, routes: {one: 99.999%, out: rest}}
)" + out);
  try {
    const Worked run(yaml);
    FAIL() << "the run ended as if nothing were wrong";
  } catch (const RunError& error) {
    EXPECT_THAT(error.what(), HasSubstr("one -> two"));
    EXPECT_THAT(error.what(), HasSubstr("2026-08-03"));
  }
}

TEST(ContinuumTest, who_is_still_there_at_the_horizon_is_censored) {
  const Worked run(scenario(three_arrive + R"(
arrangements:
  oza: {education: part, places: 1, stay: 10 years, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 - censored -"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 - - censored -"));
  EXPECT_EQ(run.records().present_at_end, 3u);
  EXPECT_EQ(run.records().nodes[run.node("oza")].waits[0].back().end(), WaitEnd::still_waiting);
}

}  // namespace
}  // namespace doorstroom
