#include "models/continuum/budgets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/continuum/costs.hpp"
#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using worked::out;
using worked::scenario;
using worked::Worked;

/// Youths who ask on day 0, 9, 10, 11 and 365 of a run that begins on 1 January 2027, at what has
/// room for all of them.
std::string year_of(const std::string& arrangement, const std::string& budget,
                    const std::string& more = "") {
  return scenario(fmt::format(R"(
sources:
  school: {{arrivals: [2027-01-01, 2027-01-10, 2027-01-11, 2027-01-12, 2028-01-01], to: oza}}
arrangements:
  oza: {{education: part, stay: 5 days, routes: {{out: 100%}}, {}}}
budgets: {{gemeente: {{amount: {}}}}}
{})",
                              arrangement, budget, more) +
                      out,
                  2, "2027-01-01");
}

/// When each youth entered, in days.
std::vector<double> entries(const Worked& run) {
  std::vector<double> days(run.records().youths.size(), -1);
  for (const Visit& visit : run.records().visits)
    if (visit.entered != never) days[visit.youth] = visit.entered.days();
  return days;
}

TEST(BudgetsTest, places_use_up_the_money_by_the_day_and_nobody_is_admitted_from_the_next_day) {
  // 10 places at 1 EUR a day each: 100 EUR are gone when the tenth day ends.
  const Worked run(year_of("places: 10, cost: {per_place: 365.25 EUR per year, paid_by: gemeente}",
                           "100 EUR per year"));
  EXPECT_THAT(entries(run), ElementsAre(0, 9, 365, 365, 365));
}

TEST(BudgetsTest, a_day_more_of_money_is_a_day_more_of_admission) {
  const Worked run(year_of("places: 10, cost: {per_place: 365.25 EUR per year, paid_by: gemeente}",
                           "101 EUR per year"));
  EXPECT_THAT(entries(run), ElementsAre(0, 9, 10, 365, 365));
}

TEST(BudgetsTest, stays_count_when_they_begin) {
  // Each entry costs 100: with the second, on day 9, the sum is reached.
  const Worked run(year_of("places: unlimited, cost: {per_stay: 100 EUR, paid_by: gemeente}",
                           "200 EUR per year"));
  EXPECT_THAT(entries(run), ElementsAre(0, 9, 365, 365, 365));
}

TEST(BudgetsTest, days_used_count_one_by_one) {
  // Five days, two and one when day 10 ends.
  const Worked run(
      year_of("places: 3, cost: {per_day_used: 10 EUR, paid_by: gemeente}", "80 EUR per year"));
  EXPECT_THAT(entries(run), ElementsAre(0, 9, 10, 365, 365));
}

TEST(BudgetsTest, a_funder_spends_its_own_share_and_stops_what_it_has_any_share_of) {
  const Worked run(year_of(
      "places: 10, cost: {per_place: 365.25 EUR per year, paid_by: {swv: 90%, gemeente: 10%}}",
      "10 EUR per year"));
  EXPECT_THAT(entries(run), ElementsAre(0, 9, 365, 365, 365));
}

TEST(BudgetsTest, what_another_funder_pays_for_admits_as_ever) {
  const Worked run(year_of("places: 10, cost: {per_place: 365.25 EUR per year, paid_by: swv}",
                           "1 EUR per year", R"(
interventions:
  director: {from: 2027-01-01, cost: {amount: 365.25 EUR per year, paid_by: gemeente}}
)"));
  EXPECT_THAT(entries(run), ElementsAre(0, 9, 10, 11, 365));
}

TEST(BudgetsTest, an_intervention_costs_while_it_holds) {
  // 10 EUR a day from day 2 on, until day 8: 60 EUR; 20 for each of two entries.
  const Worked run(
      year_of("places: 10, cost: {per_stay: 20 EUR, paid_by: gemeente}", "100 EUR per year", R"(
interventions:
  director:
    from: 2027-01-03
    until: 2027-01-09
    cost: {amount: 3652.5 EUR per year, paid_by: gemeente}
)"));
  EXPECT_THAT(entries(run), ElementsAre(0, 9, 365, 365, 365));
}

TEST(BudgetsTest, hours_count_as_they_are_worked) {
  // An hour is a day: four days of 10 EUR are over when the first case is.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2027-01-01, 2027-01-02], to: team}
desks:
  team:
    staff: 1 fte
    hours: 365.25 hours per year
    work: 4 hours
    cost: {per_hour: 10 EUR, paid_by: gemeente}
    routes: {out: 100%}
budgets: {gemeente: {amount: 40 EUR per year}}
)" + out,
                            2, "2027-01-01"));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 4 completed out"));
  EXPECT_THAT(entries(run), ElementsAre(0, 365));
}

TEST(BudgetsTest, staff_are_paid_idle_closed_and_without_money_and_stop_admission_by_the_day) {
  // Two fte at 365.25 EUR a year are 2 EUR a day, also while the desk is closed on days 2 to 4: 20
  // EUR are gone when day 9 ends, and the case of day 10 waits for 2028.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2027-01-01, 2027-01-10, 2027-01-11], to: team}
desks:
  team:
    staff: 2 fte
    hours: 362.25 hours per year
    closed: [{from: 01-03, to: 01-06}]
    work: 1 hour
    cost: {per_fte: 365.25 EUR per year, paid_by: gemeente}
    routes: {out: 100%}
budgets: {gemeente: {amount: 20 EUR per year}}
)" + out,
                            2, "2027-01-01"));
  EXPECT_THAT(entries(run), ElementsAre(0, 9, 365));
  // And they go on costing: 731 days of two fte.
  double staff_days = 0;
  double euro = 0;
  for (const NodeRecord::Usage& used : run.records().nodes[run.node("team")].segments) {
    staff_days += used.staff_days;
    euro += cost_of(run.scenario().nodes[run.node("team")], used);
  }
  EXPECT_EQ(staff_days, 2 * run.scenario().period.horizon_day());
  EXPECT_NEAR(euro, staff_days, 1e-6);
}

TEST(BudgetsTest, joined_desks_cost_the_staff_that_each_of_them_has) {
  // From day 10 on the two are one desk; half an fte more at one of them from day 20 on.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2027-01-01], routes: {team: 50%, other: 50%}}
desks:
  team:
    staff: 1 fte
    hours: 365.25 hours per year
    work: 1 hour
    cost: {per_fte: 3652.5 EUR per year}
    routes: {out: 100%}
  other:
    staff: [{from: 2027-01-01, count: 2}, {from: 2027-01-21, count: 2.5}]
    hours: 365.25 hours per year
    work: 1 hour
    cost: {per_fte: 365.25 EUR per year}
    routes: {out: 100%}
interventions:
  one_desk: {from: 2027-01-11, single_desk: {joins: [team, other]}}
)" + out,
                            1, "2027-01-01"));
  const auto euro_of = [&](const char* desk) {
    double euro = 0;
    for (const NodeRecord::Usage& used : run.records().nodes[run.node(desk)].segments)
      euro += cost_of(run.scenario().nodes[run.node(desk)], used);
    return euro;
  };
  EXPECT_NEAR(euro_of("team"), 10 * 365, 1e-6);
  EXPECT_NEAR(euro_of("other"), 2 * 20 + 2.5 * 345, 1e-6);
}

TEST(BudgetsTest, since_when_nobody_is_admitted_is_written_down_until_new_year) {
  const Worked run(year_of("places: 10, cost: {per_place: 365.25 EUR per year, paid_by: gemeente}",
                           "100 EUR per year"));
  const auto& unfunded = run.records().nodes[run.node("oza")].unfunded;
  ASSERT_EQ(unfunded.size(), 2u);
  EXPECT_EQ(unfunded[0].from.days(), 10);
  EXPECT_EQ(unfunded[0].until.days(), 365);
  EXPECT_EQ(unfunded[1].from.days(), 375);
  EXPECT_EQ(unfunded[1].until, never);
}

TEST(BudgetsTest, a_desk_that_is_out_of_money_begins_its_list_again_at_new_year_in_order) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2027-01-01, 2027-01-02, 2027-01-03], to: team}
desks:
  team:
    staff: 1 fte
    hours: 365.25 hours per year
    work: 4 hours
    cost: {per_hour: 10 EUR, per_case: 20 EUR, paid_by: gemeente}
    routes: {out: 100%}
budgets: {gemeente: {amount: 50 EUR per year}}
)" + out,
                            2, "2027-01-01"));
  // 20 + 3 x 10 when the third day ends; the running case is finished. In 2028 the same once more.
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 4 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("team 1 365 369 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("team 2 - - censored -"));
}

TEST(BudgetsTest, the_first_part_year_has_its_part_of_the_sum) {
  // From 1 August on 153 of 365 days are left: 365 EUR a year are 153.
  const std::string arrangement =
      "arrangements:\n  oza: {education: part, stay: 5 days, routes: {out: 100%}, places: 153, "
      "cost: {per_place: 365.25 EUR per year, paid_by: gemeente}}\n"
      "sources:\n  school: {arrivals: [2026-08-01, 2026-08-02], to: oza}\n";
  const Worked enough(
      scenario(arrangement + "budgets: {gemeente: {amount: 365.1 EUR per year}}\n" + out));
  EXPECT_THAT(entries(enough), ElementsAre(0, 1));
  const Worked gone(
      scenario(arrangement + "budgets: {gemeente: {amount: 365 EUR per year}}\n" + out));
  EXPECT_THAT(entries(gone), ElementsAre(0, 153));
}

TEST(BudgetsTest, money_is_spent_in_the_warm_up_too) {
  const Worked run(R"(
doorstroom: 1
period: {start: 2027-02-01, years: 1, warm_up: 31 days}
sources:
  school: {arrivals: [2027-01-05, 2027-02-05], to: oza}
arrangements:
  oza: {education: part, stay: 5 days, routes: {out: 100%}, places: 10,
        cost: {per_place: 365.25 EUR per year, paid_by: gemeente}}
budgets: {gemeente: {amount: 310 EUR per year}}
)" + out);
  EXPECT_THAT(entries(run), ElementsAre(-27, 334));
}

TEST(BudgetsTest, a_circle_of_held_places_waits_for_new_money_too) {
  // The two would change places on day 10; the third entry, on day 9, has used up the money of
  // 2027.
  const Worked run(scenario(R"(
sources:
  a: {arrivals: [2027-01-01], to: oza}
  b: {arrivals: [2027-01-01], to: zoa}
  c: {arrivals: [2027-01-10], to: dear}
arrangements:
  oza: {education: part, places: 1, holds_place: true, stay: 10 days, cost: {per_stay: 1 EUR, paid_by: gemeente}, routes: {zoa: 100%}}
  zoa: {education: part, places: 1, holds_place: true, stay: 10 days, routes: {oza: 100%}}
  dear: {education: part, places: 1, stay: 10 days, cost: {per_stay: 100 EUR, paid_by: gemeente}, routes: {out: 100%}}
budgets: {gemeente: {amount: 101 EUR per year}}
)" + out,
                            2, "2027-01-01"));
  EXPECT_EQ(run.told(0).at(0), "oza 0 0 365 completed zoa");
  EXPECT_EQ(run.told(0).at(1), "zoa 10 365 375 completed oza");
  EXPECT_EQ(run.told(1).at(1), "oza 10 365 375 completed zoa");
}

}  // namespace
}  // namespace doorstroom
