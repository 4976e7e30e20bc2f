/// Who is found at nodes: when the run begins (`initial`), and on the start date (`today`), when
/// whom the warm-up brought makes way.

#include <gmock/gmock.h>

#include "tests/support/worked.hpp"

namespace doorstroom::worked {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A run that begins 100 days before 1 August 2026.
std::string after_warm_up(const std::string& rest, const std::string& exits = out) {
  std::string text = scenario(rest + exits);
  const std::string period = "follow_up: 0 days";
  return text.replace(text.find(period), period.size(), "warm_up: 100 days, follow_up: 0 days");
}

/// Days -60 and -59 for one place, and likewise for another.
const std::string two_lists = R"(
sources:
  school: {arrivals: [2026-06-02, 2026-06-03], to: oza}
  other: {arrivals: [2026-06-02, 2026-06-03], to: zoa}
arrangements:
  oza: {education: full, places: 1, stay: 90 days, routes: {out: 100%}}
  zoa: {education: full, places: 1, stay: 90 days, routes: {out: 100%}}
)";

TEST(FoundYouthsTest, today_replaces_the_list_that_it_names_and_no_other) {
  const Worked run(after_warm_up(two_lists + R"(
today:
  as_of: 2026-08-01
  rows:
    table: |
      node,state,since
      oza,inside,2026-07-12
      oza,waiting,2026-07-22
)"));
  EXPECT_THAT(run.told(0), ElementsAre("oza -60 -60 0 replaced -"));
  EXPECT_THAT(run.told(2), ElementsAre("oza -59 - 0 replaced -"));
  EXPECT_THAT(run.told(1), ElementsAre("zoa -60 -60 30 completed out"));
  EXPECT_THAT(run.told(3), ElementsAre("zoa -59 30 120 completed out"));
  EXPECT_THAT(run.told(4), ElementsAre("oza -20 -20 70 completed out"));
  EXPECT_THAT(run.told(5), ElementsAre("oza -10 70 160 completed out"));

  const Records& records = run.records();
  EXPECT_EQ(records.arrived, 4u);
  EXPECT_EQ(records.present_at_start, 0u);
  EXPECT_EQ(records.recorded, 2u);
  EXPECT_EQ(records.replaced, 2u);
  EXPECT_EQ(records.exited, 4u);
  EXPECT_EQ(records.youths[0].exited, Instant{});
  EXPECT_EQ(records.youths[0].exit, no_node);
  EXPECT_EQ(records.youths[4].month, -1);
  EXPECT_EQ(records.youths[4].arrived, Instant{});
  const NodeRecord& oza = records.nodes[run.node("oza")];
  EXPECT_EQ(oza.entered, 2u);
  EXPECT_EQ(oza.recorded, 1u);
  EXPECT_EQ(oza.replaced, 1u);
  EXPECT_EQ(oza.left, 2u);
  ASSERT_EQ(oza.earlier.size(), 1u) << "of those on the list at the start only the recorded";
  EXPECT_EQ(oza.earlier[0].before, Days{10});
  EXPECT_EQ(records.nodes[run.node("zoa")].earlier.size(), 1u);
  EXPECT_EQ(records.years[0].exits, 4u) << "who is replaced has not left by an exit";
}

TEST(FoundYouthsTest, initial_is_there_before_the_warm_up) {
  const Worked run(
      after_warm_up(two_lists + "initial: {oza: {occupied: 1, waiting: 1, waited: 5 days}}\n"));
  const Records& records = run.records();
  EXPECT_EQ(records.present_at_start, 2u);
  EXPECT_EQ(records.recorded, 0u);
  EXPECT_EQ(records.youths[0].month, -2);
  EXPECT_EQ(records.youths[0].arrived, Instant::at_day(-100));
  EXPECT_EQ(run.of(1)[0].asked, Instant::at_day(-105));
  EXPECT_EQ(run.of(1)[0].entered, run.of(0)[0].left);
}

const std::string one_arrives = R"(
sources:
  school: {arrivals: [2027-06-02], to: oza}
arrangements:
  oza: {education: full, places: 1, stay: 90 days, routes: {out: 100%}}
)";

TEST(FoundYouthsTest, without_a_warm_up_today_is_there_when_the_run_begins) {
  const Worked run(scenario(one_arrives + out + "today: {oza: {occupied: 1}}\n"));
  EXPECT_EQ(run.records().present_at_start, 1u);
  EXPECT_EQ(run.records().recorded, 0u);
  EXPECT_EQ(run.records().nodes[run.node("oza")].inside_at_start, 1u);
}

TEST(FoundYouthsTest, initial_and_today_draw_apart) {
  const std::string groups =
      "{oza: {occupied: 1, age: {uniform: {from: 5 years, to: 15 years}}}}\n";
  const Worked warm(scenario(one_arrives + out + "initial: " + groups));
  const Worked known(scenario(one_arrives + out + "today: " + groups));
  EXPECT_NE(warm.records().youths[0].born, known.records().youths[0].born);
}

TEST(FoundYouthsTest, more_may_be_inside_than_there_are_places) {
  const Worked run(after_warm_up(two_lists + R"(
today:
  rows:
    table: |
      node,state,since
      oza,inside,2026-07-12
      oza,inside,2026-07-02
      oza,inside,2026-06-22
      oza,waiting,2026-07-27
)"));
  EXPECT_THAT(run.told(4), ElementsAre("oza -20 -20 70 completed out"));
  EXPECT_THAT(run.told(5), ElementsAre("oza -30 -30 60 completed out"));
  EXPECT_THAT(run.told(6), ElementsAre("oza -40 -40 50 completed out"));
  EXPECT_THAT(run.told(7), ElementsAre("oza -5 70 160 completed out"));
}

TEST(FoundYouthsTest, who_is_blocked_elsewhere_and_listed_at_the_named_node_makes_way) {
  const Worked run(after_warm_up(R"(
sources:
  first: {arrivals: [2026-05-02], to: b}
  school: {arrivals: [2026-06-02, 2026-06-03], to: a}
arrangements:
  a: {education: full, places: 1, stay: 20 days, holds_place: true, routes: {b: 100%}}
  b: {education: full, places: 1, stay: 200 days, routes: {out: 100%}}
today: {b: {occupied: 0}}
)"));
  EXPECT_THAT(run.told(0), ElementsAre("b -91 -91 0 replaced -"));
  EXPECT_THAT(run.told(1), ElementsAre("b -40 - 0 replaced -", "a -60 -60 0 replaced -"));
  EXPECT_THAT(run.told(2), ElementsAre("a -59 0 20 completed b", "b 20 20 220 completed out"));
  EXPECT_EQ(run.records().replaced, 2u);
}

TEST(FoundYouthsTest, who_is_under_way_or_away_stays) {
  const Worked run(after_warm_up(R"(
sources:
  school: {arrivals: [2026-06-02], routes: {oza: {share: 100%, delay: 100 days}}}
  back: {arrivals: [2026-05-02], to: zoa}
arrangements:
  oza: {education: full, places: 1, stay: 30 days, routes: {out: 100%}}
  zoa: {education: full, places: 1, stay: 30 days, routes: {later: 100%}}
exits:
  out: {education: full}
  later: {education: full, returns: {share: 100%, after: 70 days, to: oza}}
today: {oza: {occupied: 0}, zoa: {occupied: 0}}
)",
                                 ""));
  EXPECT_THAT(run.told(0),
              ElementsAre("zoa -91 -91 -61 completed later", "oza 9 9 39 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 40 40 70 completed out"));
  EXPECT_EQ(run.records().replaced, 0u);
}

/// One hour of work a day.
const std::string team = R"(
sources:
  school: {arrivals: [2027-05-01], to: team}
desks:
  team: {staff: 1 fte, hours: 365.25 hours per year, work: WORK, TAKES routes: {out: 100%}}
)";

std::string team_of(const std::string& work, const std::string& takes = "") {
  std::string text = team;
  text.replace(text.find("WORK"), 4, work);
  return text.replace(text.find("TAKES"), 5, takes);
}

TEST(FoundYouthsTest, a_case_in_work_has_the_rest_of_its_work_and_a_busy_worker) {
  const Worked run(after_warm_up(team_of("30 hours") + R"(
today:
  rows:
    table: |
      node,state,since
      team,in_work,2026-07-22
      team,waiting,2026-07-29
)"));
  EXPECT_THAT(run.told(0), ElementsAre("team -10 -10 20 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("team -3 20 50 completed out"));
  const NodeRecord& node = run.records().nodes[run.node("team")];
  EXPECT_EQ(node.recorded, 1u);
  EXPECT_NEAR(node.segments[0].worked_hours + node.segments[1].worked_hours, 80, 1e-5)
      << "20 + 30, and 30 of who arrives later";
}

TEST(FoundYouthsTest, takes_counts_from_when_work_began) {
  const Worked run(after_warm_up(team_of("5 hours", "takes: 2 weeks,") + R"(
today: {rows: {table: "node,state,since\nteam,in_work,2026-07-29\nteam,waiting,2026-07-29"}}
)"));
  EXPECT_THAT(run.told(0), ElementsAre("team -3 -3 11 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("team -3 2 16 completed out")) << "once the worker is free";
}

TEST(FoundYouthsTest, work_that_has_lasted_longer_than_any_is_done) {
  const Worked run(
      after_warm_up(team_of("{uniform: {from: 2 hours, to: 5 hours}}", "takes: 0 days,") + R"(
today: {rows: {table: "node,state,since\nteam,in_work,2026-07-01"}}
)"));
  EXPECT_THAT(run.told(0), ElementsAre("team -31 -31 0 completed out"));
}

TEST(FoundYouthsTest, a_closed_desk_has_worked_less) {
  const Worked run(
      after_warm_up(team_of("30 hours", "takes: 0 days, closed: [{from: 07-27, to: 08-11}],") + R"(
today: {rows: {table: "node,state,since\nteam,in_work,2026-07-22"}}
)"));
  // Five days of work in a year with 15 closed days: 365.25 / 350.25 hours a day.
  const double a_day = 365.25 / 350.25;
  EXPECT_NEAR(run.of(0)[0].left.days(), 10 + (30 - 5 * a_day) / a_day, 1e-5);
}

TEST(FoundYouthsTest, a_desk_was_closed_in_every_year_of_the_work) {
  const Worked run(after_warm_up(
      team_of("1300 hours", "takes: 0 days, closed: [{from: 07-01, to: 08-01}],") + R"(
today: {rows: {table: "node,state,since\nteam,in_work,2022-08-01"}}
)"));
  const double a_day = 365.25 / (365.25 - 31);
  const double worked = (1461 - 4 * 31) * a_day;
  ASSERT_GT(worked, 1300) << "so it is done";
  EXPECT_THAT(run.told(0), ElementsAre("team -1461 -1461 0 completed out"));
  const Worked other(after_warm_up(
      team_of("1500 hours", "takes: 0 days, closed: [{from: 07-01, to: 08-01}],") + R"(
today: {rows: {table: "node,state,since\nteam,in_work,2022-08-01"}}
)"));
  EXPECT_NEAR(other.of(0)[0].left.days(), (1500 - worked) / a_day, 1e-5);
}

TEST(FoundYouthsTest, a_case_in_work_of_unknown_age_is_found_in_the_middle) {
  const Worked run(
      after_warm_up(team_of("30 hours", "takes: 0 days,") + "today: {team: {in_work: 1}}\n"));
  const Visit visit = run.of(0)[0];
  EXPECT_NEAR((visit.left - visit.entered).count, 30, 1e-5);
  EXPECT_LT(visit.entered, Instant{});
  EXPECT_GT(visit.left, Instant{});
}

TEST(FoundYouthsTest, a_stay_that_has_lasted_longer_than_any_is_over_at_once) {
  const Worked run(after_warm_up(R"(
sources:
  school: {arrivals: [2027-05-01], to: oza}
arrangements:
  oza: {education: full, places: 1, stay: {uniform: {from: 10 days, to: 30 days}}, routes: {out: 100%}}
today:
  rows:
    table: |
      node,state,since
      oza,inside,2026-06-01
      oza,waiting,2026-07-31
)"));
  EXPECT_THAT(run.told(0), ElementsAre("oza -61 -61 0 completed out"));
  EXPECT_EQ(run.of(1)[0].entered, Instant{});
}

TEST(FoundYouthsTest, at_a_beside_node_only_the_help_ends) {
  const Worked run(after_warm_up(R"(
sources:
  school: {arrivals: [2026-06-02], to: so}
arrangements:
  so: {education: full, places: 9, stay: 200 days, also: help, routes: {out: 100%}}
  help: {beside: true, places: 1, stay: 120 days}
today: {help: {occupied: 0}}
)"));
  EXPECT_THAT(run.told(0),
              ElementsAre("help -60 -60 0 replaced -", "so -60 -60 140 completed out"));
  EXPECT_EQ(run.records().replaced, 0u);
  EXPECT_EQ(run.records().nodes[run.node("help")].replaced, 1u);
}

TEST(FoundYouthsTest, help_ends_with_the_youth_who_is_replaced) {
  const Worked run(after_warm_up(R"(
sources:
  school: {arrivals: [2026-06-02], to: so}
arrangements:
  so: {education: full, places: 9, stay: 200 days, also: help, routes: {out: 100%}}
  help: {beside: true, places: 1, stay: 120 days}
today: {so: {occupied: 0}}
)"));
  EXPECT_THAT(run.told(0), ElementsAre("help -60 -60 0 replaced -", "so -60 -60 0 replaced -"));
  EXPECT_EQ(run.records().replaced, 1u);
}

TEST(FoundYouthsTest, the_terms_of_who_is_replaced_are_void) {
  const Worked run(after_warm_up(R"(
sources:
  school: {arrivals: [2026-06-02], absent: 100%, to: oza}
arrangements:
  oza: {education: full, places: 0, stay: 30 days, routes: {out: 100%}}
  bridge: {education: full, places: 5, stay: 30 days, routes: {out: 100%}}
clocks:
  duty: {starts: {asks: oza}, stops: {enters: [oza]}, within: 80 days, then: bridge}
  long: {starts: {absent: 75 days}, stops: {attends: true}, within: 4 weeks}
today: {oza: {waiting: 0}}
)"));
  EXPECT_THAT(run.told(0), ElementsAre("oza -60 - 0 replaced -"));
  for (const auto& years : run.records().clocks)
    EXPECT_EQ(years[0].started, 0u) << "absence of 75 days would have started it on day 15";
  EXPECT_EQ(run.records().years[0].absent_4w_days, 0);
}

TEST(FoundYouthsTest, terms_of_who_is_recorded_run_from_before) {
  const Worked run(after_warm_up(R"(
sources:
  school: {arrivals: [2027-05-01], to: team}
desks:
  team: {staff: 1 fte, hours: 365.25 hours per year, work: 30 hours, takes: 0 days, routes: {out: 100%}}
arrangements:
  bridge: {education: full, places: 5, stay: 30 days, routes: {out: 100%}}
clocks:
  duty: {starts: {asks: team}, stops: {decided: team}, within: 26 days, then: bridge}
today: {rows: {table: "node,state,since\nteam,in_work,2026-07-22\nteam,waiting,2026-07-16"}}
)"));
  EXPECT_THAT(run.told(0),
              ElementsAre("team -10 -10 16 left_list bridge", "bridge 16 16 46 completed out"));
  EXPECT_THAT(run.told(1),
              ElementsAre("team -16 - 10 left_list bridge", "bridge 10 10 40 completed out"));
}

TEST(FoundYouthsTest, absence_is_that_of_the_records) {
  const Worked run(after_warm_up(R"(
sources:
  school: {arrivals: [2027-05-01], absent: 100%, to: oza}
arrangements:
  oza: {education: full, places: 0, stay: 30 days, waiting: {leaves_after: 50 days, leaves_to: gone}, routes: {out: 100%}}
today:
  rows:
    table: |
      node,state,since,age,absent_since
      oza,waiting,2026-07-22,8,2026-07-02
      oza,waiting,2026-07-22,8,2026-07-27
      oza,waiting,2026-07-22,8,
)"));
  EXPECT_EQ(run.of(0)[0].absent_days, 50) << "while waiting";
  EXPECT_EQ(run.of(1)[0].absent_days, 45);
  EXPECT_EQ(run.of(2)[0].absent_days, 0);
  EXPECT_EQ(run.records().years[0].dropouts, 0u) << "absent before, as far as the run knows";
  const CensusRecord& census = run.records().census;
  for (std::size_t week = 0; census.weeks[week] < 30; ++week)
    EXPECT_EQ(census.absent[week], census.weeks[week] < 0 || census.weeks[week] > 5 ? 0 : 2)
        << "week " << census.weeks[week];
}

TEST(FoundYouthsTest, attributes_are_those_of_the_rows_of_the_node_or_of_a_source) {
  const Worked run(after_warm_up(R"(
attributes:
  gemeente: {values: [leiden, katwijk]}
  swv: {values: [town, coast]}
sources:
  school:
    arrivals: [2027-05-01]
    gemeente: {leiden: 100%}
    swv: {by: gemeente, leiden: {town: 100%}, katwijk: {coast: 100%}}
    to: oza
arrangements:
  oza: {education: full, places: 5, stay: 30 days, routes: {out: 100%}}
  zoa: {education: full, places: 5, stay: 30 days, routes: {out: 100%}}
initial:
  zoa: {occupied: 1, gemeente: {katwijk: 100%}}
today:
  rows: {table: "node,state,gemeente\noza,inside,katwijk\noza,inside,"}
)"));
  const auto told = [&](std::uint32_t number) {
    const AttributeValues& values = run.records().youths[number].values;
    std::string text;
    for (const AttributeId id : run.scenario().attributes.ids())
      if (values[id]) text += " " + run.scenario().attributes[id].values[values[id]];
    return text;
  };
  EXPECT_EQ(told(0), " katwijk coast") << "initial";
  EXPECT_EQ(told(1), " katwijk coast") << "the row";
  EXPECT_EQ(told(2), " leiden town") << "as youths of the source";
}

TEST(FoundYouthsTest, who_is_found_on_the_list_of_joined_desks_has_the_patience_of_the_own_desk) {
  const Worked run(after_warm_up(R"(
sources:
  school: {arrivals: [2027-05-01], to: safe}
desks:
  safe: {staff: 1 fte, hours: 365.25 hours per year, work: 30 hours, routes: {out: 100%}}
  own: {staff: 0 fte, hours: 365.25 hours per year, work: 30 hours, waiting: {leaves_after: 12 days, leaves_to: gone}, routes: {out: 100%}}
interventions:
  one: {from: 2026-07-01, single_desk: {joins: [safe, own]}}
today:
  rows: {table: "node,state,since\nsafe,in_work,2026-07-31\nown,waiting,2026-07-27"}
)"));
  EXPECT_THAT(run.told(0), ElementsAre("safe -1 -1 29 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("own -5 - 7 left_list gone"));
}

TEST(FoundYouthsTest, today_that_names_nothing_changes_nothing) {
  const Worked plain(after_warm_up(two_lists));
  const Worked named(after_warm_up(two_lists + "today: {as_of: 2026-08-01}\n"));
  for (std::uint32_t youth = 0; youth < 4; ++youth) EXPECT_EQ(named.told(youth), plain.told(youth));
}

TEST(FoundYouthsTest, capacity_that_changes_on_the_start_date_is_there_for_the_recorded) {
  const Worked run(after_warm_up(R"(
sources:
  school: {arrivals: [2027-05-01], to: oza}
arrangements:
  oza: {education: full, places: [{from: 2026-01-01, count: 1}, {from: 2026-08-01, count: 3}], stay: 90 days, routes: {out: 100%}}
today: {oza: {fill: 100%, waiting: 1}}
)"));
  EXPECT_EQ(run.records().nodes[run.node("oza")].recorded, 3u);
  EXPECT_GT(run.of(3)[0].entered, Instant{});
}

}  // namespace
}  // namespace doorstroom::worked
