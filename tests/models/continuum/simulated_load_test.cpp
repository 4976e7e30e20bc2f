#include "models/continuum/simulated_load.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using worked::load;
using worked::out;
using worked::scenario;

NodeLoad of(const Scenario& scenario, const std::string& node) {
  for (const NodeLoad& one : simulated_loads(scenario).nodes)
    if (scenario.nodes[one.node].id == node) return one;
  throw std::runtime_error("no load of " + node);
}

TEST(SimulatedLoadTest, is_what_is_used_of_places_and_hours) {
  // Two youths of 36.5 and 73 days in one of two places: 109.5 of 730; work of 15 hours of 300.
  const Scenario s = load(scenario(R"(
sources:
  one: {arrivals: [2026-08-01], to: team}
  other: {arrivals: [2026-09-01], to: zoa}
desks:
  team: {staff: 1 fte, hours: 365.25 hours per year, work: 36.5 hours, routes: {oza: 100%}}
arrangements:
  oza: {education: part, places: 2, stay: 73 days, routes: {out: 100%}}
  zoa: {education: part, places: unlimited, stay: 6 days, routes: {out: 100%}}
  shut: {education: part, places: 0, stay: 6 days, routes: {out: 100%}}
)" + out));
  EXPECT_NEAR(of(s, "team").first_year, 0.1, 1e-9);
  EXPECT_NEAR(of(s, "oza").first_year, 0.1, 1e-9);
  EXPECT_EQ(of(s, "oza").asked_per_year, 1);
  EXPECT_TRUE(std::isnan(of(s, "zoa").first_year));
  EXPECT_TRUE(std::isnan(of(s, "shut").last_year));
  EXPECT_FALSE(of(s, "oza").grows_without_end);
}

TEST(SimulatedLoadTest, holds_those_who_come_back_and_the_cases_that_absence_opens) {
  const Scenario s = load(scenario(R"(
sources:
  one: {arrivals: [2026-08-01], absent: 100%, to: oza}
desks:
  rbl: {staff: 1 fte, hours: 365.25 hours per year, work: 36.5 hours, routes: {gone: 100%}}
arrangements:
  oza:
    education: none
    places: [{from: 2026-08-01, count: 0}, {from: 2027-07-01, count: 1}]
    stay: 6 days
    routes: {out: 100%}
absence: {case: {desk: rbl, after: 4 weeks}}
)" + out));
  EXPECT_NEAR(of(s, "rbl").first_year, 0.1, 1e-9);
  EXPECT_EQ(of(s, "rbl").asked_per_year, 1);
}

TEST(SimulatedLoadTest, a_list_that_grows_year_after_year_has_no_end_where_nobody_can_leave_it) {
  const auto with = [](const std::string& more) {
    return load(scenario(fmt::format(R"(
sources:
  school: {{per_year: 100, to: oza}}
arrangements:
  oza: {{education: part, places: 5, stay: 1 month, routes: {{out: 100%}}{}}}
)",
                                     more) +
                             out,
                         5));
  };
  EXPECT_TRUE(of(with(""), "oza").grows_without_end);
  EXPECT_FALSE(of(with(""), "oza").can_leave);
  EXPECT_TRUE(of(with(", waiting: {leaves_after: 5 years, leaves_to: gone}"), "oza").can_leave);
  const Scenario enough = load(scenario(R"(
sources:
  school: {per_year: 100, to: oza}
arrangements:
  oza: {education: part, places: 10, stay: 1 month, routes: {out: 100%}}
)" + out,
                                        5));
  EXPECT_FALSE(of(enough, "oza").grows_without_end);
}

TEST(SimulatedLoadTest, a_large_scenario_is_simulated_over_fewer_years) {
  const Scenario s = load(scenario(R"(
sources:
  school: {per_year: 60000, to: oza}
arrangements:
  oza: {education: part, places: unlimited, stay: 1 day, routes: {out: 100%}}
)" + out,
                                   100));
  const SimulatedLoads loads = simulated_loads(s);
  EXPECT_EQ(loads.years, 2);
  EXPECT_EQ(loads.replications, 1u);
}

}  // namespace
}  // namespace doorstroom
