#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scenario_files.hpp"
#include "tests/support/worked.hpp"

/// Stays that differ by severity or by the value of an attribute.

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using worked::out;
using worked::scenario;
using worked::Worked;

/// One source for each kind of youth, and one arrangement.
std::string region_of(const std::string& stay, const std::string& more = "") {
  return scenario(R"(
subregions: [north, south]
sources:
  a: {arrivals: [2026-08-01], severity: {light: 100%}, subregion: {north: 100%}, to: oza}
  b: {arrivals: [2026-08-01], severity: {complex: 100%}, subregion: {south: 100%}, to: oza}
arrangements:
  oza: {education: part, places: 5, stay: )" +
                  stay + R"(, routes: {out: 100%}}
)" + out + more);
}

TEST(StaysTest, each_level_of_severity_stays_as_long_as_is_said_of_it) {
  const Worked run(region_of("{by: severity, light: 5 days, middle: 8 days, complex: 30 days}"));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 5 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 0 0 30 completed out"));
}

TEST(StaysTest, who_is_not_named_stays_as_the_rest) {
  const Worked run(region_of("{by: severity, complex: 30 days, rest: 7 days}"));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 7 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 0 0 30 completed out"));
}

TEST(StaysTest, each_value_of_an_attribute_stays_as_long_as_is_said_of_it) {
  const Worked run(region_of("{by: subregion, north: 12 days, south: 3 days}"));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 12 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 0 0 3 completed out"));
}

TEST(StaysTest, the_same_stay_for_each_level_is_the_stay_of_all) {
  const std::string drawn = "{exponential: {mean: 20 days}}";
  const Worked alike(region_of(drawn));
  const Worked apart(region_of(fmt::format("{{by: severity, light: {}, rest: {}}}", drawn, drawn)));
  for (const std::uint32_t youth : {0u, 1u}) EXPECT_EQ(apart.told(youth), alike.told(youth));
}

TEST(StaysTest, an_effect_changes_the_stay_of_one_level) {
  const Worked run(region_of("{by: severity, complex: 30 days, rest: 7 days}", R"(interventions:
  shorter: {from: 2026-08-01, effects: {a: {change: arrangements.oza.stay.complex, factor: 0.5}}}
)"));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 7 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 0 0 15 completed out"));
}

TEST(StaysTest, an_effect_on_the_stay_changes_that_of_all_levels) {
  const Worked run(region_of("{by: severity, complex: 30 days, rest: 8 days}", R"(interventions:
  shorter: {from: 2026-08-01, effects: {a: {change: arrangements.oza.stay, factor: 0.5}}}
)"));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 4 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 0 0 15 completed out"));
}

TEST(StaysTest, what_is_wrong_is_told_with_its_line) {
  const auto told = [](const std::string& stay) {
    return ScenarioFiles().mistakes(region_of(stay));
  };
  EXPECT_EQ(told("{by: severity, light: 5 days, middle: 8 days, complex: 1 month}"), "");
  EXPECT_THAT(told("{by: severity, light: 5 days}"),
              HasSubstr(":12:37: arrangements.oza.stay says nothing of middle, complex"));
  EXPECT_THAT(told("{by: severity, heavy: 5 days, rest: 1 week}"),
              HasSubstr("names heavy, which is no severity"));
  EXPECT_THAT(told("{by: province, a: 5 days, rest: 1 week}"),
              HasSubstr("names province, which is no attribute"));
  EXPECT_THAT(told("{by: severity, light: 5 EUR, rest: 1 week}"), HasSubstr("is 5 EUR"));
  EXPECT_THAT(told("{light: 5 days, rest: 1 week}"), HasSubstr("oza.stay has no by"));
}

TEST(StaysTest, who_has_no_value_of_the_attribute_needs_a_rest) {
  const auto told = [](const std::string& rest) {
    return ScenarioFiles().mistakes(scenario(R"(
subregions: [north, south]
sources:
  a: {arrivals: [2026-08-01], to: oza}
arrangements:
  oza: {education: part, places: 5, stay: {by: subregion, north: 12 days, south: 3 days)" +
                                             rest + R"(}, routes: {out: 100%}}
)" + out));
  };
  EXPECT_THAT(told(""), HasSubstr("has no rest, and some youths have no subregion"));
  EXPECT_EQ(told(", rest: 1 week"), "");
}

TEST(StaysTest, a_table_that_tells_the_value_of_all_needs_no_rest) {
  const auto told = [](const std::string& table) {
    return ScenarioFiles().mistakes(scenario(R"(
subregions: [north, south]
sources:
  a: {arrivals: {table: ")" + table + R"("}, to: oza}
arrangements:
  oza: {education: part, places: 5, stay: {by: subregion, north: 12 days, south: 3 days}, routes: {out: 100%}}
)" + out));
  };
  EXPECT_EQ(told(R"(day,subregion\n2026-09-01,north\n)"), "");
  EXPECT_THAT(told(R"(day,subregion\n2026-09-01,north\n2026-09-02,\n)"),
              HasSubstr("some youths have no subregion"));
}

TEST(StaysTest, no_level_is_called_as_a_key_that_stands_beside_it) {
  for (const char* const level : {"by", "rest"})
    EXPECT_THAT(
        ScenarioFiles().mistakes(scenario(std::string("severities: [light, ") + level + "]\n" + R"(
sources:
  a: {arrivals: [2026-08-01], to: oza}
arrangements:
  oza: {education: part, places: 5, stay: 1 week, routes: {out: 100%}}
)" + out)),
        HasSubstr("which is a word of the format"));
}

}  // namespace
}  // namespace doorstroom
