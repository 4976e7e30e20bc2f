/// Levels of severity that scale stays, work and patience.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using worked::out;
using worked::scenario;
using worked::Worked;

const std::string levels = "severities: {light: , complex: {stay: 1.5, work: 2, patience: 0.25}}\n";

/// One youth of each level, the complex one a day later.
const std::string one_of_each = R"(
sources:
  light: {arrivals: [2026-08-01], to: NODE}
  complex: {arrivals: [2026-08-02], severity: {complex: 100%}, to: NODE}
)";

std::string each_to(const std::string& node) {
  std::string text = one_of_each;
  for (std::size_t at; (at = text.find("NODE")) != std::string::npos;) text.replace(at, 4, node);
  return text;
}

const std::string one_arrangement = R"(
arrangements:
  oza:
    education: part
    places: 2
    stay: 10 days
    routes: {out: 100%}
)";

TEST(SeverityTest, a_level_stays_longer_by_its_factor) {
  const Worked run(scenario(levels + each_to("oza") + one_arrangement + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 10 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 1 16 completed out"));
}

TEST(SeverityTest, a_level_takes_more_work_and_the_same_share_of_it_again) {
  // An hour of work is a day; the decision takes three days more than the work of a light case.
  const Worked run(scenario(levels + each_to("team") + R"(
desks:
  team:
    staff: 2 fte
    hours: 365.25 hours per year
    work: 4 hours
    takes: 7 days
    routes: {oza: {share: 100%, bounce: 100%, rework: 50%}}
)" + one_arrangement + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 7 completed oza", "oza 7 - 7 bounced team",
                                       "team 7 7 9 completed oza", "oza 9 9 19 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("team 1 1 9 completed oza", "oza 9 - 9 bounced team",
                                       "team 9 9 13 completed oza", "oza 13 13 28 completed out"));
}

TEST(SeverityTest, a_level_loses_patience_sooner) {
  const std::string full = R"(
arrangements:
  oza:
    education: part
    places: 0
    stay: 10 days
    waiting: {stays_home_after: 20 days, leaves_after: 40 days, leaves_to: gone}
    routes: {out: 100%}
)";
  const Worked run(scenario(levels + each_to("oza") + full + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 - 40 left_list gone"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 - 11 left_list gone"));
  EXPECT_EQ(run.of(0)[0].absent_days, 20);
  EXPECT_EQ(run.of(1)[0].absent_days, 5);
}

TEST(SeverityTest, who_waits_today_has_the_scaled_patience_given_what_was_waited) {
  const Worked run(scenario(levels + each_to("oza") + R"(
arrangements:
  oza:
    education: part
    places: 0
    stay: 10 days
    waiting: {leaves_after: 40 days, leaves_to: gone}
    routes: {out: 100%}
today:
  oza: {waiting: 1, waited: 4 days, severity: {complex: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza -4 - 6 left_list gone"));
}

TEST(SeverityTest, who_is_inside_today_is_found_in_a_scaled_stay) {
  const auto found = [](const std::string& severity) {
    const Worked run(scenario(levels + each_to("oza") + one_arrangement +
                              fmt::format(R"(
today:
  oza: {{occupied: 1, severity: {{{}: 100%}}}}
)",
                                          severity) +
                              out));
    return run.of(0).at(0);
  };
  const Visit light = found("light");
  const Visit complex = found("complex");
  EXPECT_EQ((light.left - light.asked).count, 10);
  EXPECT_EQ((complex.left - complex.asked).count, 15);
  EXPECT_NEAR(complex.left.days(), 1.5 * light.left.days(), 1e-5);
}

TEST(SeverityTest, an_effect_changes_a_scale_for_what_is_drawn_from_then_on) {
  const Worked run(scenario(levels + R"(
sources:
  complex: {arrivals: [2026-08-01, 2026-08-11], severity: {complex: 100%}, to: oza}
interventions:
  help: {from: 2026-08-11, effects: {shorter: {change: severities.complex.stay, set: 1.2}}}
)" + one_arrangement + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 15 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 10 10 22 completed out"));
}

TEST(SeverityTest, the_levels_keep_the_order_of_the_map) {
  const Scenario loaded = worked::load(scenario(levels + each_to("oza") + one_arrangement + out));
  EXPECT_THAT(loaded.severities, ElementsAre("light", "complex"));
  EXPECT_EQ(loaded.scales.front().stay.value, 1);
}

}  // namespace
}  // namespace doorstroom
