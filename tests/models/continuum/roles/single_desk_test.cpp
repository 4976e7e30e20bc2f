#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scenario_files.hpp"
#include "tests/support/worked.hpp"

/// Desks that become one for a while.

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using worked::out;
using worked::scenario;
using worked::Worked;

/// Two desks of one worker each; an hour of work is a day. Everybody comes to the first.
std::string two_desks(const std::string& period, const std::string& more = "") {
  return scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02, 2026-08-03, 2026-08-04, 2026-08-05], to: here}
desks:
  here: {staff: 1 fte, hours: 365.25 hours per year, work: 10 hours, routes: {out: 100%}}
  there: {staff: 1 fte, hours: 365.25 hours per year, work: 4 hours, routes: {gone: 100%}}
interventions:
  one: {)" + period +
                  "single_desk: {joins: [here, there]" + more + "}}\n" + out);
}

TEST(SingleDeskTest, the_staff_of_both_work_on_one_list_while_it_holds) {
  const Worked run(two_desks("from: 2026-08-04, "));
  EXPECT_THAT(run.told(0), ElementsAre("here 0 0 10 completed out"));
  // On the fourth day the second worker is there for those who wait.
  EXPECT_THAT(run.told(1), ElementsAre("here 1 3 13 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("here 2 10 20 completed out"));
  EXPECT_THAT(run.told(3), ElementsAre("here 3 13 23 completed out"));
  EXPECT_THAT(run.told(4), ElementsAre("here 4 20 30 completed out"));
}

TEST(SingleDeskTest, the_census_counts_who_waits_on_its_list_for_which_desk) {
  const Worked run(two_desks("from: 2026-08-04, "));
  const CensusRecord& census = run.records().census;
  // On day 7 two are at work and three wait, on day 14 one waits: all of them came to the first
  // desk.
  const std::size_t stations = census.waiting.size() / census.weeks.size();
  EXPECT_EQ(stations, 2U);
  EXPECT_EQ(census.waiting[stations * 1], 3);
  EXPECT_EQ(census.waiting[stations * 1 + 1], 0);
  EXPECT_EQ(census.waiting[stations * 2], 1);
}

TEST(SingleDeskTest, at_its_end_cases_return_to_their_own_lists_and_running_ones_finish) {
  const Worked run(two_desks("from: 2026-08-04, until: 2026-08-07, "));
  EXPECT_THAT(run.told(0), ElementsAre("here 0 0 10 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("here 1 3 13 completed out"));
  // The case that the other desk's worker took up still counts here until it is done.
  EXPECT_THAT(run.told(2), ElementsAre("here 2 13 23 completed out"));
  EXPECT_THAT(run.told(3), ElementsAre("here 3 23 33 completed out"));
}

TEST(SingleDeskTest, the_work_is_what_the_single_desk_makes_of_it) {
  const Worked run(two_desks("from: 2026-08-01, ", ", work: 0.5"));
  EXPECT_THAT(run.told(0), ElementsAre("here 0 0 5 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("here 1 1 6 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("here 2 5 10 completed out"));
}

TEST(SingleDeskTest, inflow_changes_for_sources_that_lead_to_it_without_a_stay_between) {
  const Scenario with = worked::load(scenario(R"(
sources:
  direct: {per_year: 10, to: here}
  by_school: {per_year: 10, to: school}
  by_oza: {per_year: 10, to: oza}
desks:
  school: {staff: unlimited, takes: 1 week, routes: {there: 50%, out: rest}}
  here: {staff: 1 fte, hours: 365.25 hours per year, work: 10 hours, routes: {out: 100%}}
  there: {staff: 1 fte, hours: 365.25 hours per year, work: 4 hours, routes: {gone: 100%}}
arrangements:
  oza: {education: part, places: 5, stay: 30 days, routes: {here: 100%}}
interventions:
  one: {from: 2026-08-01, single_desk: {joins: [here, there], inflow: 1.05}}
)" + out));
  EXPECT_EQ(with.sources[0].per_year.changes.size(), 1U);
  EXPECT_EQ(with.sources[1].per_year.changes.size(), 1U);
  EXPECT_EQ(with.sources[2].per_year.changes.size(), 0U);
}

/// The case and the request of one youth, of one instant, wait for the one worker.
TEST(SingleDeskTest, the_youths_own_request_goes_before_a_case_that_absence_opened) {
  const Worked run(scenario(R"(
sources:
  first: {arrivals: [2026-08-01], to: here}
  second: {arrivals: [2026-08-01], absent: 100%, to: oza}
desks:
  here: {staff: 1 fte, hours: 365.25 hours per year, work: 10 hours, routes: {out: 100%}}
  there: {staff: 0 fte, hours: 365.25 hours per year, work: 4 hours, routes: {gone: 100%}}
arrangements:
  oza: {education: part, places: 0, stay: 30 days, routes: {out: 100%}}
absence: {case: {desk: there, after: 5 days, share: 100%}, back_to_school: 0% per month}
clocks:
  term: {starts: {absent: 0 days}, stops: {attends: true}, within: 5 days, then: here}
interventions:
  one: {from: 2026-08-01, single_desk: {joins: [here, there]}}
)" + out));
  EXPECT_THAT(run.told(1), ElementsAre("oza 0 - 5 left_list here", "here 5 10 20 completed out",
                                       "there 5 - 20 lapsed -"));
}

TEST(SingleDeskTest, each_case_keeps_the_routes_of_its_own_desk) {
  const Worked run(scenario(R"(
sources:
  a: {arrivals: [2026-08-01, 2026-08-01], to: here}
  b: {arrivals: [2026-08-02], to: there}
desks:
  here: {staff: 1 fte, hours: 365.25 hours per year, work: 10 hours, routes: {out: 100%}}
  there: {staff: 1 fte, hours: 365.25 hours per year, work: 4 hours, takes: 9 days, routes: {gone: 100%}}
interventions:
  one: {from: 2026-08-01, single_desk: {joins: [here, there]}}
)" + out));
  EXPECT_THAT(run.told(1), ElementsAre("here 0 0 10 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("there 1 10 19 completed gone"));
  const auto& nodes = run.records().nodes;
  EXPECT_DOUBLE_EQ(nodes[run.node("there")].segments[0].waiting_days, 9);
  EXPECT_DOUBLE_EQ(nodes[run.node("there")].segments[0].worked_hours, 4);
  EXPECT_DOUBLE_EQ(nodes[run.node("here")].segments[0].worked_hours, 20);
}

/// Two desks, joined as `single_desk` says. The first case costs the second all of its money of the
/// year, when day 0 ends; two cases of the first are asked for on days 2 and 3.
std::string desk_without_money(const std::string& single_desk) {
  return scenario(R"(
sources:
  a: {arrivals: [2027-01-03, 2027-01-04], to: here}
  b: {arrivals: [2027-01-01], to: there}
desks:
  here: {staff: 1 fte, hours: 365.25 hours per year, work: 10 hours, routes: {out: 100%}}
  there:
    staff: 1 fte
    hours: 365.25 hours per year
    work: 4 hours
    cost: {per_case: 100 EUR, paid_by: gemeente}
    routes: {gone: 100%}
budgets: {gemeente: {amount: 100 EUR per year}}
interventions:
  one: )" + single_desk +
                      out,
                  2, "2027-01-01");
}

TEST(SingleDeskTest, joined_desks_admit_nobody_while_one_of_them_is_out_of_money) {
  const Worked run(desk_without_money("{from: 2027-01-01, single_desk: {joins: [here, there]}}\n"));
  EXPECT_THAT(run.told(0), ElementsAre("there 0 0 4 completed gone"));
  // At New Year both go in, each to one of the joined staff.
  EXPECT_THAT(run.told(1), ElementsAre("here 2 365 375 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("here 3 365 375 completed out"));
}

TEST(SingleDeskTest, desk_with_money_admits_again_once_it_is_on_its_own) {
  const Worked run(desk_without_money(
      "{from: 2027-01-01, until: 2027-03-01, single_desk: {joins: [here, there]}}\n"));
  EXPECT_THAT(run.told(1), ElementsAre("here 2 59 69 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("here 3 69 79 completed out"));
}

TEST(SingleDeskTest, the_common_list_is_in_order_of_asking_whatever_order_the_desks_had) {
  // Each by its own would take the complex case first.
  const Worked run(scenario(R"(
sources:
  first: {arrivals: [2026-08-01], to: here}
  light: {arrivals: [2026-08-02], to: here}
  complex: {arrivals: [2026-08-03], severity: {complex: 100%}, to: there}
desks:
  here: {staff: 0.5 fte, order: severity, hours: 365.25 hours per year, work: 5 hours, routes: {out: 100%}}
  there: {staff: 0.5 fte, order: severity, hours: 365.25 hours per year, work: 5 hours, routes: {gone: 100%}}
interventions:
  one: {from: 2026-08-01, single_desk: {joins: [here, there]}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("here 0 0 5 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("here 1 5 10 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("there 2 10 15 completed gone"));
}

TEST(SingleDeskTest, desks_that_cannot_share_a_list_are_refused) {
  const auto told = [](const std::string& joins, const std::string& of_there = "") {
    return ScenarioFiles().mistakes(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: here}
desks:
  here: {staff: 1 fte, hours: 365.25 hours per year, work: 10 hours, routes: {out: 100%}}
  there: {staff: 1 fte, hours: 365.25 hours per year, work: 4 hours, routes: {gone: 100%}, )" +
                                             of_there + R"(}
interventions:
  one: {from: 2026-08-04, single_desk: {joins: )" +
                                             joins + "}}\n" + out));
  };
  EXPECT_EQ(told("[here, there]"), "");
  EXPECT_THAT(told("[here]"), HasSubstr("names fewer than two desks"));
  EXPECT_THAT(told("[here, there, here]"), HasSubstr("here is joined twice"));
  EXPECT_THAT(told("[here, there]", "limit: 3, when_full: gone"),
              HasSubstr("joins there, which has limit"));
  EXPECT_THAT(told("[here, there]", "closed: [{from: 07-15, to: 08-25}]"),
              HasSubstr("joins desks that are closed on other days"));
}

}  // namespace
}  // namespace doorstroom
