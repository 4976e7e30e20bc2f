#include "models/scenario/groups.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using worked::out;
using worked::scenario;
using worked::Worked;

/// One youth of a place and an age, and one who is older and lives elsewhere; both stay home from
/// day 10 on.
const std::string two = R"(
subregions: [noord, zuid]
sources:
  young: {arrivals: [2026-08-01], age: 4 years, subregion: {noord: 100%}, to: oza}
  old: {arrivals: [2026-08-01], age: 12 years, severity: {complex: 100%}, subregion: {zuid: 100%}, to: oza}
arrangements:
  oza:
    education: part
    places: [{from: 2026-08-01, count: 0}, {from: 2026-11-09, count: 2}]
    stay: 10 days
    waiting: {stays_home_after: 10 days}
    routes: {out: 100%}
)";

/// The figures of one group.
YearRecord of(const Worked& run, const std::string& group) {
  const std::vector<std::string> names = group_names(run.scenario());
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == group) return run.records().groups.at(i);
  throw std::runtime_error("no group " + group);
}

TEST(GroupsTest, a_youth_belongs_to_a_subregion_a_severity_and_an_age_band) {
  const Worked run(scenario(two + out));
  EXPECT_THAT(group_names(run.scenario()),
              ElementsAre("subregion.noord", "subregion.zuid", "severity.light", "severity.middle",
                          "severity.complex", "age.below_5", "age.5_to_12", "age.12_to_18",
                          "age.18_and_above"));
  std::vector<std::uint64_t> arrived;
  for (const YearRecord& group : run.records().groups) arrived.push_back(group.arrived);
  EXPECT_THAT(arrived, ElementsAre(1, 1, 1, 0, 1, 1, 0, 1, 0));
}

TEST(GroupsTest, figures_of_absence_placement_and_exit_follow_the_youth) {
  // Home from day 10 to day 100; who is below compulsory age does not count.
  const Worked run(scenario(two + out));
  const YearRecord zuid = of(run, "subregion.zuid");
  EXPECT_EQ(zuid.dropouts, 1u);
  EXPECT_DOUBLE_EQ(zuid.absent_4w_days, 90 - 28);
  EXPECT_DOUBLE_EQ(zuid.absent_13w_days, 0);
  EXPECT_DOUBLE_EQ(zuid.education_days_lost, 90 + 5);
  EXPECT_THAT(zuid.placement_days, ElementsAre(100));
  EXPECT_EQ(zuid.exits, 1u);
  EXPECT_EQ(zuid.exits_with_education, 1u);
  EXPECT_DOUBLE_EQ(of(run, "age.below_5").absent_4w_days, 0);
  EXPECT_THAT(of(run, "age.below_5").placement_days, ElementsAre(100));
}

TEST(GroupsTest, groups_of_one_kind_add_up_to_the_whole) {
  const Worked run(scenario(R"(
sources:
  school:
    per_year: 400
    age: {uniform: {from: 3 years, to: 20 years}}
    severity: {light: 50%, middle: 30%, complex: 20%}
    absent: 20%
    to: team
desks:
  team:
    staff: unlimited
    takes: 20 days
    routes: {oza: {share: 60%, bounce: 30%}, zoa: rest}
arrangements:
  oza: {education: part, places: 20, stay: {exponential: {mean: 60 days}}, routes: {out: rest},
        waiting: {at_home: 50%}}
  zoa: {leads: care, education: none, places: 30, stay: {exponential: {mean: 40 days}},
        routes: {out: 60%, gone: rest}}
)" + out,
                            2));
  const auto adds_up = [&](auto figure) {
    double whole = 0, ages = 0, severities = 0;
    for (const YearRecord& year : run.records().years) whole += figure(year);
    for (int i = 0; i < 3; ++i) severities += figure(run.records().groups.at(i));
    for (int i = 3; i < 7; ++i) ages += figure(run.records().groups.at(i));
    EXPECT_GT(whole, 0);
    EXPECT_NEAR(severities, whole, 1e-6);
    EXPECT_NEAR(ages, whole, 1e-6);
  };
  adds_up([](const YearRecord& of) { return static_cast<double>(of.arrived); });
  adds_up([](const YearRecord& of) { return static_cast<double>(of.dropouts); });
  adds_up([](const YearRecord& of) { return of.absent_4w_days; });
  adds_up([](const YearRecord& of) { return of.education_days_lost; });
  adds_up([](const YearRecord& of) { return static_cast<double>(of.full_youth_care); });
  adds_up([](const YearRecord& of) { return static_cast<double>(of.placement_days.size()); });
  adds_up(
      [](const YearRecord& of) { return static_cast<double>(of.care_to_education_days.size()); });
  adds_up([](const YearRecord& of) { return static_cast<double>(of.exits); });
  adds_up([](const YearRecord& of) { return static_cast<double>(of.bounces); });
}

}  // namespace
}  // namespace doorstroom
