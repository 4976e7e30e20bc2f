/// Interventions reach the parameters that their paths name.

#include <gmock/gmock.h>

#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Effects : public testing::Test {
 protected:
  /// The small scenario with these effects of one intervention that begins on 1 September 2026.
  const Scenario& with(const std::string& effects, const std::string& more = "") {
    loaded_ = files_.load(text(effects, more));
    return loaded_.scenario;
  }
  static std::string text(const std::string& effects, const std::string& more = "") {
    return minimal() + "interventions:\n  director:\n    from: 2026-09-01\n" + more +
           "    effects:\n" + effects;
  }
  const Desk& desk() const { return loaded_.scenario.desks[0]; }
  const Route& route(std::size_t i) const {
    return loaded_.scenario.nodes[NodeId{1}].routes[0].routes[i];
  }
  const Arrangement& arrangement(std::size_t i) const { return loaded_.scenario.arrangements[i]; }

  ScenarioFiles files_;
  LoadedScenario loaded_;
};

TEST_F(Effects, a_pattern_changes_every_parameter_that_it_names) {
  with("      a: {change: \"**.routes.*.delay\", factor: 0.75}\n");
  ASSERT_THAT(route(0).delay.changes, SizeIs(1));
  EXPECT_EQ(route(0).delay.changes[0].kind, Change::Kind::factor);
  EXPECT_EQ(route(0).delay.changes[0].amount, 0.75);
  EXPECT_EQ(route(0).delay.changes[0].profile.from, Instant::at_day(31));
  EXPECT_EQ(route(0).delay.changes[0].profile.until, never);
  EXPECT_THAT(route(1).delay.changes, SizeIs(1));
  EXPECT_THAT(route(0).share.changes, IsEmpty());
  EXPECT_THAT(arrangement(0).stay.of_all.changes, IsEmpty());
}

TEST_F(Effects, the_way_to_a_node_is_its_share) {
  with("      a: {change: desks.youth_team.routes.oza, add: -5%}\n");
  ASSERT_THAT(route(0).share.changes, SizeIs(1));
  EXPECT_EQ(route(0).share.changes[0].kind, Change::Kind::add);
  EXPECT_EQ(route(0).share.changes[0].amount, -0.05);
  EXPECT_THAT(route(0).delay.changes, IsEmpty());
}

TEST_F(Effects, amounts_have_the_unit_of_the_parameter) {
  with(
      "      a: {change: arrangements.zoa.stay, add: -2 weeks}\n"
      "      b: {change: desks.youth_team.staff, set: 4 fte}\n"
      "      c: {change: arrangements.oza.places, add: 6}\n"
      "      d: {change: desks.youth_team.work, set: {exponential: {mean: 20 hours}}}\n"
      "      e: {change: absence.back_to_school, set: 6% per month}\n"
      "      f: {change: sources.school.per_year, factor: 105%}\n");
  EXPECT_EQ(arrangement(1).stay.of_all.changes.at(0).amount, -14);
  EXPECT_EQ(desk().staff.changes.at(0).kind, Change::Kind::set);
  EXPECT_EQ(desk().staff.changes.at(0).amount, 4);
  EXPECT_EQ(arrangement(0).places.changes.at(0).amount, 6);
  EXPECT_EQ(desk().work.changes.at(0).replacement.mean(), 20);
  EXPECT_DOUBLE_EQ(loaded_.scenario.absence.back_to_school.changes.at(0).amount,
                   0.06 / (365.25 / 12));
  EXPECT_EQ(loaded_.scenario.sources[0].per_year.changes.at(0).amount, 1.05);
}

TEST_F(Effects, an_effect_overrides_what_the_intervention_says_of_its_time) {
  with(
      "      a: {change: arrangements.zoa.stay, factor: 0.9}\n"
      "      b: {change: arrangements.oza.stay, factor: 0.9, from: 2026-10-01, ramp: 1 month, "
      "until: 2028-08-01}\n",
      "    until: 2027-08-01\n    ramp: 4 months\n"
      "    afterwards: {keeps: 50%, fades_over: 12 months}\n"
      "    cost: {amount: 120000 EUR per year, paid_by: {gemeente: 50%, swv: rest}}\n");
  const InterventionProfile a = arrangement(1).stay.of_all.changes.at(0).profile;
  EXPECT_EQ(a.from, Instant::at_day(31));
  EXPECT_EQ(a.full, Instant::at_day(153));
  EXPECT_EQ(a.until, Instant::at_day(365));
  EXPECT_EQ(a.keeps, 0.5);
  EXPECT_EQ(a.faded, Instant::at_day(731));
  const InterventionProfile b = arrangement(0).stay.of_all.changes.at(0).profile;
  EXPECT_EQ(b.from, Instant::at_day(61));
  EXPECT_EQ(b.full, Instant::at_day(92));
  EXPECT_EQ(b.until, Instant::at_day(731));
  const Intervention& director = loaded_.scenario.interventions.front();
  EXPECT_EQ(director.label.en, "director");
  EXPECT_EQ(director.cost.per_year, 120000);
  EXPECT_EQ(director.cost.paid_by.at(1).share, 0.5);
  EXPECT_EQ(director.profile.until, a.until);
}

TEST_F(Effects, without_afterwards_nothing_stays) {
  with("      a: {change: arrangements.zoa.stay, factor: 0.9}\n", "    until: 2027-08-01\n");
  const InterventionProfile profile = arrangement(1).stay.of_all.changes.at(0).profile;
  EXPECT_EQ(profile.keeps, 0);
  EXPECT_EQ(profile.faded, profile.until);
}

TEST_F(Effects, a_pattern_passes_over_what_is_unlimited) {
  with("      a: {change: \"arrangements.*.places\", factor: 1.5}\n");
  EXPECT_THAT(arrangement(0).places.changes, SizeIs(1));
  EXPECT_THAT(arrangement(2).places.changes, IsEmpty());
}

TEST_F(Effects, every_branch_of_a_route_list_is_changed) {
  loaded_ = files_.load(
      changed(text("      a: {change: arrangements.home.routes.zoa.share, factor: 0.5}\n"),
              "    routes: {back_at_school: 70%, zoa: 30%}",
              "    routes:\n"
              "      - {if: {age: {from: 12}}, to: {zoa: 50%, back_at_school: rest}}\n"
              "      - to: {zoa: 40%, back_at_school: rest}"));
  const Routing& routing = loaded_.scenario.nodes[NodeId{4}].routes;
  EXPECT_THAT(routing[0].routes[0].share.changes, SizeIs(1));
  EXPECT_THAT(routing[1].routes[0].share.changes, SizeIs(1));
}

TEST_F(Effects, a_parameter_with_a_mistake_of_its_own_is_told_once) {
  const std::string told =
      files_.mistakes(changed(text("      a: {change: arrangements.zoa.stay, factor: 0.9}\n"),
                              "median: 13 months", "median: 13 mnths"));
  EXPECT_THAT(told, HasSubstr("median is 13 mnths"));
  EXPECT_EQ(count_mistakes(told), 1) << told;
}

}  // namespace
}  // namespace doorstroom
