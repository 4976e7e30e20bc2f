#include "models/loading/assumptions.hpp"

#include <gmock/gmock.h>

#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

class Ranges : public testing::Test {
 protected:
  /// @param evidence  lines below `evidence:` @param more  further lines
  ScenarioTree tree(const std::string& evidence, const std::string& more = {},
                    const std::vector<std::string>& sets = {}) const {
    return ScenarioTree(files_.write(minimal() + more + "evidence:\n" + evidence), sets);
  }
  static std::vector<std::string> kept(const Assumptions& assumptions) {
    std::vector<std::string> told;
    for (const KeptValue& each : assumptions.kept)
      told.push_back(each.path + ": " + each.why.in(Language::en));
    return told;
  }

  ScenarioFiles files_;
};

TEST_F(Ranges, of_two_or_three_values_become_factors) {
  const Assumptions found =
      assumptions_of({tree("  arrangements.oza.places: {basis: assumed, range: [20, 24, 30]}\n"
                           "  desks.youth_team.staff: {basis: assumed, range: [3 fte, 4 fte]}\n"
                           "  sources.school.per_year: {basis: assumed}\n")});
  EXPECT_THAT(kept(found), IsEmpty());
  ASSERT_EQ(found.varied.size(), 2u);
  const Factor& places = found.varied[0].factor;
  EXPECT_EQ(places.path, "arrangements.oza.places");
  EXPECT_EQ(places.from, 20);
  EXPECT_EQ(places.middle, 24);
  EXPECT_EQ(places.to, 30);
  EXPECT_TRUE(places.whole);
  EXPECT_FALSE(found.varied[1].factor.middle);
  EXPECT_FALSE(found.varied[1].factor.whole);
  EXPECT_THAT(found.sets_of(0, {"21", "\"3.2 fte\""}),
              ElementsAre("arrangements.oza.places=21", "desks.youth_team.staff=\"3.2 fte\""));
}

TEST_F(Ranges, of_what_an_effect_adds_to_places_are_whole) {
  const Assumptions found = assumptions_of(
      {tree("  interventions.plan.effects.places.add: {basis: assumed, range: [5, 10, 20]}\n"
            "  interventions.plan.effects.staff.add: {basis: assumed, range: [0.6 fte, 1.2 fte]}\n",
            "interventions:\n  plan:\n    from: 2027-01-01\n    effects:\n"
            "      places: {change: arrangements.oza.places, add: 10}\n"
            "      staff: {change: desks.youth_team.staff, add: 1 fte}\n")});
  ASSERT_EQ(found.varied.size(), 2u);
  EXPECT_TRUE(found.varied[0].factor.whole);
  EXPECT_FALSE(found.varied[1].factor.whole);
}

TEST_F(Ranges, of_a_distribution_are_of_the_number_that_they_fit) {
  const Assumptions found = assumptions_of(
      {tree("  arrangements.oza.stay: {basis: assumed, range: [8 months, 11 months, 15 months]}\n"
            "  desks.youth_team.work: {basis: assumed, range: [25 hours, 30 hours, 35 hours]}\n"
            "  sources.school.age: {basis: assumed, range: [3 years, 5 years, 17 years]}\n")});
  EXPECT_THAT(found.sets_of(0, {"\"9 months\"", "\"26 hours\""}),
              ElementsAre("arrangements.oza.stay.lognormal.median=\"9 months\"",
                          "desks.youth_team.work.gamma.mean=\"26 hours\""));
  EXPECT_THAT(kept(found),
              ElementsAre("sources.school.age: its range fits no number in it, or several"))
      << "from 4 to 16 years: both are in the range";
  // What is set is read again by the scenario.
  EXPECT_NO_THROW(tree("  severities: {basis: assumed}\n")
                      .with({"arrangements.oza.stay.lognormal.median=\"9 months\""}));
}

TEST_F(Ranges, that_cannot_be_set_are_told) {
  const Assumptions found = assumptions_of(
      {tree("  arrangements.zoa.places: {basis: assumed, range: [20, 26, 30]}\n"
            "  arrangements.home.places: {basis: assumed, range: [20, 40]}\n"
            "  arrangements.oza.education: {basis: assumed, range: [none, part, full]}\n"
            "  arrangements.oza.places: {basis: assumed, range: [24, 24]}\n"
            "  desks.youth_team.takes: {basis: assumed, range: [1 week, 1 month]}\n")});
  EXPECT_THAT(found.varied, IsEmpty());
  EXPECT_THAT(kept(found),
              UnorderedElementsAre(
                  "arrangements.zoa.places: it is a list",
                  "arrangements.home.places: it is unlimited, which is no number",
                  "arrangements.oza.education: its range is not between numbers of one unit",
                  "arrangements.oza.places: its range does not go from a low value to a high one",
                  "desks.youth_team.takes: its range is not between numbers of one unit"));
}

TEST_F(Ranges, of_the_closest_entry_count) {
  const Assumptions found = assumptions_of(
      {tree("  desks.*.routes.*.delay: {basis: assumed, range: [1 week, 4 weeks]}\n"
            "  desks.youth_team.routes.oza.delay: {basis: assumed, range: [2 weeks, 3 weeks]}\n")});
  EXPECT_THAT(found.sets_of(0, {"\"2 weeks\"", "\"4 weeks\""}),
              ElementsAre("desks.youth_team.routes.oza.delay=\"2 weeks\"",
                          "desks.youth_team.routes.zoa.delay=\"4 weeks\""));
  const Assumptions none =
      assumptions_of({tree("  desks.*.staff: {basis: assumed, range: [1 fte, 4 fte]}\n"
                           "  desks.youth_team.staff: {basis: assumed, range: [2 fte, 3 fte]}\n")});
  EXPECT_THAT(kept(none), ElementsAre("desks.*.staff: closer entries are about all that it names"));
}

TEST_F(Ranges, are_shared_by_the_scenarios_that_have_the_parameter) {
  const std::string places = "  arrangements.oza.places: {basis: assumed, range: [20, 24, 30]}\n";
  const std::string helper =
      "interventions:\n  helper: {from: 2026-09-01, effects: {quick: {change: "
      "desks.youth_team.work, factor: 0.8}}}\n";
  const Assumptions found = assumptions_of(
      {tree(places),
       tree(places + "  interventions.helper.effects.quick.factor: {basis: assumed, range: [1.0, "
                     "0.8, 0.6]}\n",
            helper)});
  ASSERT_EQ(found.varied.size(), 2u);
  EXPECT_THAT(found.sets_of(0, {"22", "0.7"}), ElementsAre("arrangements.oza.places=22"));
  EXPECT_THAT(
      found.sets_of(1, {"22", "0.7"}),
      ElementsAre("arrangements.oza.places=22", "interventions.helper.effects.quick.factor=0.7"));
}

TEST_F(Ranges, leave_alone_what_the_scenarios_differ_in) {
  const std::string both =
      "  arrangements.oza.places: {basis: assumed, range: [20, 24, 50]}\n"
      "  desks.youth_team.staff: {basis: assumed, range: [3 fte, 4 fte]}\n";
  const Assumptions found =
      assumptions_of({tree(both), tree(both, "", {"arrangements.oza.places=44"})});
  EXPECT_THAT(found.sets_of(1, {"\"3.5 fte\""}), ElementsAre("desks.youth_team.staff=\"3.5 fte\""));
  EXPECT_THAT(kept(found), ElementsAre("arrangements.oza.places: the scenarios differ in it"));
}

TEST_F(Ranges, that_differ_are_those_of_the_first) {
  const Assumptions found =
      assumptions_of({tree("  arrangements.oza.places: {basis: assumed, range: [20, 30]}\n"),
                      tree("  arrangements.oza.places: {basis: assumed, range: [10, 50]}\n")});
  ASSERT_EQ(found.varied.size(), 1u);
  EXPECT_EQ(found.varied[0].factor.to, 30);
  EXPECT_THAT(kept(found), ElementsAre(HasSubstr("other ranges; the first of them is used")));
}

TEST_F(Ranges, that_go_together_are_one_input) {
  const Assumptions found = assumptions_of({tree(
      "  arrangements.oza.places: {basis: assumed, range: [20, 30], together: room}\n"
      "  sources.school.per_year: {basis: assumed, range: [90 per year, 110 per year]}\n"
      "  desks.youth_team.staff: {basis: assumed, range: [4 fte, 3 fte], together: room}\n")});
  const std::vector<UncertainInput> inputs = found.inputs();
  ASSERT_EQ(inputs.size(), 2u);
  EXPECT_EQ(inputs[0].name, "room");
  EXPECT_THAT(inputs[0].assumptions, ElementsAre(0, 2));
  EXPECT_EQ(inputs[1].name, "sources.school.per_year");
  EXPECT_THAT(found.values_at(std::vector{0.0, 0.5}),
              ElementsAre("20", "\"100 per year\"", "\"4 fte\""));
  EXPECT_THAT(found.values_at(std::vector{0.75, 0.5}),
              ElementsAre("28", "\"100 per year\"", "\"3.25 fte\""));
}

}  // namespace
}  // namespace doorstroom
