/// The case that absence opens at a desk, beside the youth's own way.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using worked::out;
using worked::scenario;
using worked::Worked;

/// An absent youth waits for oza, which opens on a day; a case opens after 28 days of absence. An
/// hour of work is a day.
std::string absent_youth(const std::string& opens, const std::string& rules,
                         const std::string& hours = "10 hours",
                         const std::string& takes = "0 days") {
  return fmt::format(R"(
sources:
  school: {{arrivals: [2026-08-01], absent: 100%, to: oza}}
desks:
  rbl: {{staff: 1 fte, hours: 365.25 hours per year, work: {}, takes: {}, routes: {{gone: 100%}}}}
arrangements:
  oza:
    education: full
    places: [{{from: 2026-08-01, count: 0}}, {{from: {}, count: 1}}]
    stay: 100 days
    routes: {{out: 100%}}
absence: {{case: {{desk: rbl, after: 4 weeks{}}}}}
)",
                     hours, takes, opens, rules);
}

TEST(AbsenceCaseTest, a_case_is_opened_and_worked_on_beside_the_youths_own_way) {
  const Worked run(scenario(absent_youth("2027-07-01", "", "10 hours", "20 days") + out));
  EXPECT_THAT(run.told(0), ElementsAre("rbl 28 28 48 completed -", "oza 0 334 - censored -"));
  EXPECT_TRUE(run.of(0).at(0).beside);
  EXPECT_FALSE(run.of(0).at(0).back_at_school);
  EXPECT_FALSE(run.of(0).at(1).beside);
  EXPECT_EQ(run.of(0).at(0).absent_days, 20);
  EXPECT_EQ(run.of(0).at(1).absent_days, 334);
  EXPECT_EQ(run.records().present_at_end, 1u);
}

TEST(AbsenceCaseTest, a_case_may_end_in_school_and_the_youth_keeps_every_request) {
  const Worked run(scenario(absent_youth("2027-07-01", ", back_to_school: 100%") + out));
  EXPECT_THAT(run.told(0), ElementsAre("rbl 28 28 38 completed -", "oza 0 334 - censored -"));
  EXPECT_TRUE(run.of(0).at(0).back_at_school);
  EXPECT_EQ(run.of(0).at(1).absent_days, 38);
}

TEST(AbsenceCaseTest, no_case_is_opened_of_an_absence_that_ends_before) {
  const Worked run(scenario(absent_youth("2026-08-29", "") + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 28 128 completed out"));
}

TEST(AbsenceCaseTest, a_case_that_nobody_began_lapses_when_the_youth_enters_an_arrangement) {
  const Worked run(
      scenario(absent_youth("2026-10-01", "") + "set: {desks.rbl.staff: 0 fte}\n" + out));
  EXPECT_THAT(run.told(0), ElementsAre("rbl 28 - 61 lapsed -", "oza 0 61 161 completed out"));
  EXPECT_EQ(run.of(0).at(0).absent_days, 33);
}

TEST(AbsenceCaseTest, a_case_in_work_is_finished_and_does_nothing_to_who_is_elsewhere_by_then) {
  const Worked run(scenario(absent_youth("2026-09-01", ", back_to_school: 100%", "200 hours") +
                            "set: {arrangements.oza.education: none}\n" + out));
  // Inside until day 131, out of the continuum from then on.
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 31 131 completed out", "rbl 28 28 228 completed -"));
  EXPECT_EQ(run.of(0).at(1).absent_days, 131 - 28);
  EXPECT_EQ(run.records().exited, 1u);
  EXPECT_EQ(run.records().present_at_end, 0u);
}

TEST(AbsenceCaseTest, a_case_lapses_when_the_youth_leaves_by_age) {
  const Worked run(scenario(absent_youth("2027-07-01", "") +
                            "set: {desks.rbl.staff: 0 fte, sources.school.age: 3600.5 days}\n"
                            "ages: {leaves_at: 10 years, to: gone}\n" +
                            out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 - 52 aged_out gone", "rbl 28 - 52 lapsed -"));
}

TEST(AbsenceCaseTest, cases_stand_on_the_list_with_all_others) {
  const Worked run(scenario(R"(
sources:
  absent: {arrivals: [2026-08-01], absent: 100%, to: oza}
  other: {arrivals: [2026-08-28, 2026-08-30], to: rbl}
desks:
  rbl: {staff: 1 fte, hours: 365.25 hours per year, work: 10 hours, routes: {gone: 100%}}
arrangements:
  oza: {education: full, places: 0, stay: 100 days, routes: {out: 100%}}
absence: {case: {desk: rbl, after: 4 weeks}}
)" + out));
  EXPECT_THAT(run.told(1), ElementsAre("rbl 27 27 37 completed gone"));
  EXPECT_THAT(run.told(0), ElementsAre("rbl 28 37 47 completed -", "oza 0 - - censored -"));
  EXPECT_THAT(run.told(2), ElementsAre("rbl 29 47 57 completed gone"));
}

TEST(AbsenceCaseTest, each_spell_of_absence_is_drawn_anew) {
  // Back in school by the case on day 38, at home again 30 days later, and so on.
  const Worked run(scenario(absent_youth("2027-07-31", ", back_to_school: 100%") +
                            "defaults: {waiting: {stays_home_after: 30 days}}\n" + out));
  EXPECT_THAT(run.told(0).at(0), "rbl 28 28 38 completed -");
  EXPECT_THAT(run.told(0).at(1), "rbl 96 96 106 completed -");
}

TEST(AbsenceCaseTest, those_of_today_who_have_been_absent_for_long_have_a_case_at_once) {
  const auto first_visit = [](int waited) {
    const Worked run(
        scenario(absent_youth("2027-07-01", "") +
                 fmt::format("today: {{oza: {{waiting: 1, waited: {} days, absent: 100%}}}}\n"
                             "set: {{sources.school.absent: 0%}}\n",
                             waited) +
                 out));
    return run.told(0).at(0);
  };
  EXPECT_EQ(first_visit(35), "rbl 0 0 10 completed -");
  EXPECT_EQ(first_visit(7), "rbl 21 21 31 completed -");
}

TEST(AbsenceCaseTest, an_effect_changes_the_share_of_cases_and_what_comes_of_them) {
  const auto told = [](const std::string& effect) {
    return Worked(scenario(absent_youth("2027-07-01", ", back_to_school: 100%") +
                           "interventions: {less: {from: 2026-08-01, effects: {e: {change: " +
                           effect + ", factor: 0}}}}\n" + out));
  };
  const Worked fewer = told("absence.case.share");
  EXPECT_THAT(fewer.told(0), ElementsAre("oza 0 334 - censored -"));
  const Worked useless = told("absence.case.back_to_school");
  EXPECT_EQ(useless.of(0).at(1).absent_days, 334);
}

TEST(AbsenceCaseTest, an_effect_changes_after_how_long_a_case_opens) {
  const auto told = [](const std::string& effect) {
    return Worked(scenario(absent_youth("2027-07-01", "") +
                           "interventions: {sooner: {from: 2026-08-01, effects: {e: {change: "
                           "absence.case.after, " +
                           effect + "}}}}\n" + out))
        .told(0)
        .at(0);
  };
  EXPECT_EQ(told("factor: 0.5"), "rbl 14 14 24 completed -");
  EXPECT_EQ(told("add: -1 week"), "rbl 21 21 31 completed -");
  EXPECT_EQ(told("set: 3 days"), "rbl 3 3 13 completed -");
}

TEST(AbsenceCaseTest, patience_that_ends_as_the_case_would_open_comes_first) {
  // Absent since day 0; on day 10 the case is due, and who has no patience leaves the continuum.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: care}
desks:
  rbl: {staff: unlimited, takes: 5 days, routes: {gone: 100%}}
arrangements:
  care: {education: none, places: unlimited, stay: 10 days, routes: {oza: 100%}}
  oza:
    education: full
    places: 0
    stay: 100 days
    waiting: {leaves_after: 0 days, leaves_to: gone}
    routes: {out: 100%}
absence: {case: {desk: rbl, after: 4 days}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("care 0 0 10 completed oza", "oza 10 - 10 left_list gone"));
}

TEST(AbsenceCaseTest, of_one_moment_of_asking_the_youths_own_request_is_served_before_the_case) {
  // Both desks open on day 5. The youth's own case takes no time: the other is for nothing then.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], absent: 100%, to: team}
desks:
  rbl: {staff: 1 fte, hours: 365.25 hours per year, work: 5 hours, closed: [{from: 08-01, to: 08-06}], routes: {gone: 100%}}
  team: {staff: 1 fte, hours: 365.25 hours per year, work: 0 hours, closed: [{from: 08-01, to: 08-06}], routes: {out: 100%}}
absence: {case: {desk: rbl, after: 0 days}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 5 5 completed out", "rbl 0 - 5 lapsed -"));
}

TEST(AbsenceCaseTest, of_one_moment_the_youths_own_way_goes_on_before_the_case_is_decided) {
  // Both end on day 10: the youth has left by then, absent, and comes back so.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], absent: 100%, to: team}
desks:
  rbl: {staff: unlimited, takes: 10 days, routes: {away: 100%}}
  team: {staff: 1 fte, hours: 365.25 hours per year, work: 0 hours, takes: 5 days, closed: [{from: 08-01, to: 08-06}], routes: {away: 100%}}
  after: {staff: unlimited, takes: 3 days, routes: {out: 100%}}
absence: {case: {desk: rbl, after: 0 days, back_to_school: 100%}}
exits:
  away: {education: unchanged, returns: {share: 100%, after: 5 days, to: after}}
  out: {education: full}
)"));
  const std::vector<Visit> visits = run.of(0);
  EXPECT_EQ(run.told(visits.at(0)), "team 0 5 10 completed away");
  EXPECT_EQ(run.told(visits.at(1)), "rbl 0 0 10 completed -");
  EXPECT_EQ(run.told(visits.at(2)), "after 15 15 18 completed out");
  EXPECT_EQ(visits.at(2).absent_days, 3);
}

/// An absent youth gives up oza, which has no places, after so many days. A case takes the only
/// worker of rbl ten days for each ten hours.
std::string gives_up(const std::string& leaves_after, const std::string& leaves_to,
                     const std::string& hours, const std::string& others) {
  return fmt::format(R"(
sources:
  absent: {{arrivals: [2026-08-01], absent: 100%, to: oza}}
  other: {{arrivals: {}, to: rbl}}
desks:
  rbl: {{staff: 1 fte, hours: 365.25 hours per year, work: {}, routes: {{gone: 100%}}}}
arrangements:
  oza:
    education: full
    places: 0
    stay: 100 days
    waiting: {{leaves_after: {}, leaves_to: {}}}
    routes: {{out: 100%}}
absence: {{case: {{desk: rbl, after: 4 weeks}}}}
)",
                     others, hours, leaves_after, leaves_to);
}

TEST(AbsenceCaseTest, a_request_where_a_case_waits_takes_its_place_in_line) {
  const Worked run(scenario(
      gives_up("40 days", "rbl", "10 hours", "[2026-08-26, 2026-08-27, 2026-08-31]") + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 - 40 left_list rbl", "rbl 28 - 40 lapsed -",
                                       "rbl 40 45 55 completed gone"));
  EXPECT_THAT(run.told(2), ElementsAre("rbl 26 35 45 completed gone"));
  EXPECT_THAT(run.told(3), ElementsAre("rbl 30 55 65 completed gone"));
  EXPECT_TRUE(run.of(0).at(1).beside);
}

TEST(AbsenceCaseTest, a_request_where_a_case_is_in_work_goes_on_with_that_work) {
  const Worked run(scenario(gives_up("30 days", "rbl", "10 hours", "[2026-08-26]") +
                            "set: {desks.rbl.staff: 2 fte, desks.rbl.takes: 12 days}\n" + out));
  // The work ends on day 38. The decision, with the routes of the desk, comes on day 40.
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 - 30 left_list rbl", "rbl 28 28 30 lapsed -",
                                       "rbl 30 30 40 completed gone"));
  const NodeRecord& rbl = run.records().nodes[run.node("rbl")];
  EXPECT_EQ(rbl.entered, 3u);
  EXPECT_EQ(rbl.left, 3u);
  double hours = 0;
  for (const NodeRecord::Usage& part : rbl.segments) hours += part.worked_hours;
  EXPECT_DOUBLE_EQ(hours, 20);
}

TEST(AbsenceCaseTest, a_request_after_the_work_on_a_case_awaits_its_decision) {
  const Worked run(scenario(gives_up("39 days", "rbl", "10 hours", "[2027-07-31]") +
                            "set: {desks.rbl.takes: 12 days}\n" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 - 39 left_list rbl", "rbl 28 28 39 lapsed -",
                                       "rbl 39 39 40 completed gone"));
}

TEST(AbsenceCaseTest, no_case_is_opened_where_the_youths_own_way_is_or_leads_next) {
  const auto told = [](const std::string& route) {
    return Worked(scenario(fmt::format(R"(
sources:
  absent: {{arrivals: [2026-08-01], absent: 100%, routes: {{rbl: {}}}}}
desks:
  rbl: {{staff: 1 fte, hours: 365.25 hours per year, work: 40 hours, routes: {{gone: 100%}}}}
absence: {{case: {{desk: rbl, after: 4 weeks}}}}
)",
                                       route) +
                           out))
        .told(0);
  };
  EXPECT_THAT(told("100%"), ElementsAre("rbl 0 0 40 completed gone"));
  EXPECT_THAT(told("{share: 100%, delay: 30 days}"), ElementsAre("rbl 30 30 70 completed gone"));
}

TEST(AbsenceCaseTest, who_comes_back_finds_the_case_that_is_in_work_still) {
  const Worked run(
      scenario(gives_up("30 days", "away", "200 hours", "[2027-07-31]") +
               "exits: {gone: {education: none}, out: {education: full}, away: "
               "{education: none, returns: {share: 100%, after: 50 days, to: rbl}}}\n"));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 - 30 left_list away", "rbl 28 28 80 lapsed -",
                                       "rbl 80 80 228 completed gone"));
  EXPECT_EQ(run.of(0).at(1).absent_days, 2);
}

}  // namespace
}  // namespace doorstroom
