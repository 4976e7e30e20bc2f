/// What effects do while they hold, worked by hand.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using worked::out;
using worked::scenario;
using worked::Worked;

/// How long those stay who enter on days 0, 10, 20, ... 50, at 8 days without effects.
std::vector<double> stays(const std::string& intervention, const std::string& effect) {
  const Worked run(scenario(fmt::format(R"(
sources:
  school:
    arrivals: [2026-08-01, 2026-08-11, 2026-08-21, 2026-08-31, 2026-09-10, 2026-09-20]
    to: oza
arrangements:
  oza: {{education: part, places: unlimited, stay: 8 days, routes: {{out: 100%}}}}
interventions:
  more: {{{}, effects: {{longer: {{change: arrangements.oza.stay, {}}}}}}}
)",
                                        intervention, effect) +
                            out));
  std::vector<double> days;
  for (std::uint32_t i = 0; i < 6; ++i) {
    const Visit visit = run.of(i).at(0);
    days.push_back((visit.left - visit.entered).count);
  }
  return days;
}

TEST(EffectsTest, an_effect_holds_with_its_intervention) {
  EXPECT_THAT(stays("from: 2026-08-11, until: 2026-09-10", "factor: 2"),
              ElementsAre(8, 16, 16, 16, 8, 8));
}

TEST(EffectsTest, an_effect_may_begin_and_end_by_itself) {
  EXPECT_THAT(stays("from: 2026-08-01", "factor: 2, from: 2026-08-21"),
              ElementsAre(8, 8, 16, 16, 16, 16));
  EXPECT_THAT(stays("from: 2026-08-01", "factor: 2, until: 2026-08-21"),
              ElementsAre(16, 16, 8, 8, 8, 8));
  EXPECT_THAT(stays("from: 2026-08-11, until: 2026-08-21", "factor: 2, until: 2026-09-10"),
              ElementsAre(8, 16, 16, 16, 8, 8));
}

TEST(EffectsTest, an_effect_may_have_a_ramp_of_its_own) {
  EXPECT_THAT(stays("from: 2026-08-01", "factor: 2, ramp: 40 days"),
              ElementsAre(8, 10, 12, 14, 16, 16));
  EXPECT_THAT(stays("from: 2026-08-01, ramp: 10 days", "add: 8 days, ramp: 40 days"),
              ElementsAre(8, 10, 12, 14, 16, 16));
  EXPECT_THAT(stays("from: 2026-08-01, ramp: 40 days", "factor: 2, from: 2026-08-11"),
              ElementsAre(8, 8, 10, 12, 14, 16));
}

TEST(EffectsTest, an_effect_may_stay_in_part_by_itself) {
  EXPECT_THAT(stays("from: 2026-08-01, until: 2026-08-11",
                    "factor: 2, afterwards: {keeps: 50%, fades_over: 40 days}"),
              ElementsAre(16, 12, 11, 10, 9, 8));
  EXPECT_THAT(stays("from: 2026-08-01, until: 2026-08-11, "
                    "afterwards: {keeps: 100%, fades_over: 10 days}",
                    "factor: 2, afterwards: {keeps: 50%, fades_over: 40 days}"),
              ElementsAre(16, 12, 11, 10, 9, 8));
}

TEST(EffectsTest, a_set_takes_no_ramp_and_leaves_nothing) {
  EXPECT_THAT(stays("from: 2026-08-01, ramp: 40 days",
                    "set: 20 days, from: 2026-08-11, until: 2026-08-31, "
                    "afterwards: {keeps: 50%, fades_over: 40 days}"),
              ElementsAre(8, 20, 20, 8, 8, 8));
}

}  // namespace
}  // namespace doorstroom
