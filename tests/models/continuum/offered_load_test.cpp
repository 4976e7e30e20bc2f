#include "models/continuum/offered_load.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using worked::load;
using worked::out;
using worked::scenario;

OfferedLoad of(const Scenario& scenario, const std::string& node, Instant at = {}) {
  for (const OfferedLoad& one : offered_loads(scenario, at))
    if (scenario.nodes[one.node].id == node) return one;
  throw std::runtime_error("no load of " + node);
}

TEST(OfferedLoadTest, an_arrangement_is_asked_entries_times_stay_of_its_places) {
  const Scenario s = load(scenario(R"(
sources:
  school: {per_year: 365.25, to: oza}
arrangements:
  oza: {education: part, places: 8, stay: {exponential: {mean: 6 days}}, routes: {out: 100%}}
  zoa: {education: part, places: unlimited, stay: 6 days, routes: {out: 100%}}
  shut: {education: part, places: 0, stay: 6 days, routes: {out: 100%}}
)" + out));
  EXPECT_NEAR(of(s, "oza").per_year, 365.25, 1e-9);
  EXPECT_NEAR(of(s, "oza").load, 0.75, 1e-9);
  EXPECT_FALSE(of(s, "oza").can_give_up);
  EXPECT_EQ(of(s, "zoa").load, 0);
  EXPECT_EQ(of(s, "shut").load, 0);
}

TEST(OfferedLoadTest, what_has_no_capacity_is_asked_without_end) {
  const Scenario s = load(scenario(R"(
sources:
  school: {per_year: 12, to: oza}
arrangements:
  oza:
    education: part
    places: 0
    stay: 6 days
    waiting: {leaves_after: 1 year, leaves_to: gone}
    routes: {out: 100%}
)" + out));
  EXPECT_TRUE(std::isinf(of(s, "oza").load));
  EXPECT_TRUE(of(s, "oza").can_give_up);
}

TEST(OfferedLoadTest, a_desk_is_asked_hours_of_what_its_staff_give) {
  // 100 cases of 30 hours, half of them once more for a fifth, of 2.5 x 1320 hours.
  const Scenario s = load(scenario(R"(
sources:
  school: {per_year: 100, to: team}
desks:
  team:
    staff: 2.5 fte
    hours: 1320 hours per year
    work: {gamma: {mean: 30 hours, cv: 0.6}}
    routes: {oza: {share: 100%, bounce: 50%, rework: 20%}}
arrangements:
  oza: {education: part, places: unlimited, stay: 6 days, routes: {out: 100%}}
)" + out));
  EXPECT_NEAR(of(s, "team").load, 1.0, 1e-9);
  EXPECT_NEAR(of(s, "team").per_year, 100, 1e-9);
}

TEST(OfferedLoadTest, who_may_choose_can_go_where_there_is_room) {
  const auto in = [](int places) {
    return load(scenario(fmt::format(R"(
sources:
  school: {{per_year: 365.25, age: 8 years, to: either}}
choices:
  either: {{first_free: [near, far]}}
arrangements:
  near: {{education: part, places: {}, stay: 9 days, routes: {{out: 100%}}}}
  far:
    education: part
    places: 4
    admits: {{age: {{from: 4 years, to: 12 years}}}}
    stay: 1 day
    routes: {{out: 100%}}
)",
                                     places) +
                         out));
  };
  const Scenario some = in(4);
  EXPECT_GT(of(some, "near").load, 1);
  EXPECT_LT(of(some, "far").load, 1);
  EXPECT_TRUE(of(some, "near").can_go_elsewhere);
}

TEST(OfferedLoadTest, severity_scales_the_work_of_a_desk) {
  const Scenario s = load(scenario(R"(
severities: {light: {}, complex: {work: 3}}
sources:
  school: {per_year: 50, severity: {light: 50%, complex: 50%}, to: team}
desks:
  team: {staff: 1 fte, hours: 1000 hours per year, work: 10 hours, routes: {out: 100%}}
)" + out));
  EXPECT_NEAR(of(s, "team").load, (25 * 10 + 25 * 30) / 1000.0, 1e-9);
}

TEST(OfferedLoadTest, those_who_come_round_again_count_again) {
  // team = 90 + 0.25 oza and oza = 0.8 team: team = 112.5, oza = 90.
  const Scenario s = load(scenario(R"(
sources:
  school: {per_year: 90, to: team}
desks:
  team: {staff: unlimited, takes: 1 day, routes: {oza: 80%, out: rest}}
arrangements:
  oza: {education: part, places: 90, stay: 1 year, routes: {team: 25%, out: rest}}
)" + out));
  EXPECT_NEAR(of(s, "team").per_year, 112.5, 1e-6);
  EXPECT_NEAR(of(s, "oza").per_year, 90, 1e-6);
  EXPECT_NEAR(of(s, "oza").load, 1, 1e-8);
}

TEST(OfferedLoadTest, conditions_weigh_by_who_comes) {
  // 30% are complex, 40% of all live in zuid, and half are 12 or older on the last 1 August.
  const Scenario s = load(scenario(R"(
subregions: [noord, zuid]
sources:
  school:
    per_year: 100
    severity: {light: 70%, complex: 30%}
    subregion: {noord: 60%, zuid: 40%}
    age: {uniform: {from: 4.5 years, to: 20.5 years}}
    to: team
desks:
  team:
    staff: unlimited
    takes: 1 day
    routes:
      - {if: {severity: [complex]}, to: {heavy: 50%, young: 50%}}
      - {if: {subregion: [zuid]}, to: {near: 100%}}
      - {to: {out: 100%}}
arrangements:
  heavy: {education: part, places: 1, stay: 1 day, routes: {out: 100%}}
  young: {education: part, places: 1, stay: 1 day, admits: {age: {to: 12 years}}, routes: {out: 100%}}
  near: {education: part, places: 1, stay: 1 day, routes: {out: 100%}}
)" + out));
  EXPECT_NEAR(of(s, "young").per_year, 7.5, 1e-6);
  EXPECT_NEAR(of(s, "heavy").per_year, 22.5, 1e-6);
  EXPECT_NEAR(of(s, "near").per_year, 28, 1e-6);
}

TEST(OfferedLoadTest, effects_and_growth_are_as_at_the_moment) {
  const Scenario s = load(scenario(R"(
sources:
  school: {per_year: 100, growth: 10% per year, to: oza}
arrangements:
  oza: {education: part, places: 100, stay: {exponential: {mean: 1 year}}, routes: {out: 100%}}
interventions:
  shorter: {from: 2027-08-01, effects: {stay: {change: arrangements.oza.stay, factor: 0.5}}}
)" + out,
                                   2));
  EXPECT_NEAR(of(s, "oza").load, 1, 1e-9);
  EXPECT_NEAR(of(s, "oza", Instant{} + Days{days_per_year}).load, 0.55, 0.005);
}

TEST(OfferedLoadTest, diverts_take_from_what_is_asked_of_the_route) {
  // Of 100, 20% go to help instead, and half of the others; who is too old for help does not.
  const Scenario s = load(scenario(R"(
sources:
  school: {per_year: 100, to: zoa}
arrangements:
  zoa: {education: part, places: 1, stay: 1 day, routes: {out: 100%}}
  help: {education: part, places: 1, stay: 1 day, routes: {out: 100%}}
  near: {education: part, places: 1, stay: 1 day, routes: {out: 100%}}
  small: {education: part, places: 1, stay: 1 day, admits: {age: {to: 6}}, routes: {out: 100%}}
interventions:
  care:
    from: 2026-08-01
    effects:
      no_one: {divert: 50%, from: sources.school.routes.zoa, to: small}
      some: {divert: 20%, from: sources.school.routes.zoa, to: help}
      half: {divert: 50%, from: sources.school.routes.zoa, to: near}
)" + out));
  EXPECT_NEAR(of(s, "small").per_year, 0, 1e-9);
  EXPECT_NEAR(of(s, "help").per_year, 20, 1e-9);
  EXPECT_NEAR(of(s, "near").per_year, 40, 1e-9);
  EXPECT_NEAR(of(s, "zoa").per_year, 40, 1e-9);
}

}  // namespace
}  // namespace doorstroom
