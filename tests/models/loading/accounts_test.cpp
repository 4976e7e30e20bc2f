/// What a scenario says of itself: where its parameters come from, what it should come out at.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/loading/evidence.hpp"
#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using worked::load;
using worked::out;
using worked::scenario;

const std::string small_region = R"(
sources:
  school: {per_year: 50, to: team}
desks:
  team:
    staff: 2 fte
    hours: 1300 hours per year
    work: 3 hours
    routes: {oza: {share: 30%, delay: 2 weeks}, out: rest}
arrangements:
  oza: {education: part, places: 10, stay: 6 weeks, routes: {out: 100%}}
)" + out;

TEST(EvidenceTest, lists_the_parameters_of_which_nobody_says_where_they_come_from) {
  const Scenario s = load(scenario(small_region + R"(
evidence:
  "sources.**": {basis: measured, source: register}
  "desks.**": {basis: assumed}
  arrangements.oza: {basis: derived}
)"));
  EXPECT_THAT(without_evidence(s), ElementsAre());
  EXPECT_THAT(without_evidence(load(scenario(small_region + R"(
evidence:
  "**.work": {basis: assumed, range: [2 hours, 4 hours]}
  desks.team.routes.oza: {basis: derived}
)"))),
              ElementsAre("sources.school.per_year", "sources.school.routes.team.share",
                          "desks.team.staff", "desks.team.hours", "arrangements.oza.places",
                          "arrangements.oza.stay", "arrangements.oza.routes.out.share"));
}

TEST(TargetsTest, a_target_is_a_value_with_a_tolerance_or_a_range) {
  const Scenario s = load(scenario(small_region + R"(
targets:
  oza.entered_per_year: {value: 250, tolerance: 10%, use: tune, basis: derived, source: register}
  absent_13w_mean: {range: [320, 470], discrepancy: 10%, use: check, basis: assumed}
  oza.wait_p50: {range: [2 weeks, 3 weeks], value: 15 days, discrepancy: 20%, basis: assumed}
  oza.utilisation: {value: 90%, tolerance: 5%, basis: assumed}
headline:
  dropouts_per_year: 10
  oza.entered_within_10w: 5%
)"));
  ASSERT_EQ(s.targets.size(), 4u);
  EXPECT_EQ(s.targets[0].kpi, "oza.entered_per_year");
  EXPECT_TRUE(s.targets[0].tune);
  EXPECT_DOUBLE_EQ(s.targets[0].low, 225);
  EXPECT_DOUBLE_EQ(s.targets[0].high, 275);
  EXPECT_FALSE(s.targets[1].tune);
  EXPECT_FALSE(s.targets[1].value);
  EXPECT_DOUBLE_EQ(s.targets[1].high, 470);
  EXPECT_DOUBLE_EQ(s.targets[0].discrepancy, 0);
  EXPECT_DOUBLE_EQ(s.targets[1].discrepancy, 39.5);  // of the middle of the range
  EXPECT_DOUBLE_EQ(s.targets[2].discrepancy, 3);     // of the value [day]
  EXPECT_DOUBLE_EQ(s.targets[2].low, 14);
  EXPECT_DOUBLE_EQ(*s.targets[2].value, 15);
  EXPECT_DOUBLE_EQ(s.targets[3].low, 0.855);
  ASSERT_EQ(s.headline.size(), 2u);
  EXPECT_DOUBLE_EQ(s.headline[1].difference, 0.05);
}

}  // namespace
}  // namespace doorstroom
