/// Who waits may get worse.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/continuum/draws.hpp"
#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using worked::out;
using worked::scenario;
using worked::Worked;

/// Steps of 10 days in the mean; the place is closed until the given day of August.
std::string closed_oza(const std::string& opens, const std::string& more = "") {
  return fmt::format(R"(
arrangements:
  oza:
    education: part
    places: [{{from: 2026-08-01, count: 0}}, {{from: {}, count: 1}}]
    stay: 10 days
    waiting: {{worsens: 10% per day}}
    routes: {{out: 100%}}
    {}
)",
                     opens, more);
}

const std::string one_arrives = "sources: {school: {arrivals: [2026-08-01], to: oza}}\n";

/// The days at which the first arrival of the source would take each step, from the addresses of
/// its draws: the month is August 2026, the visit to oza the first.
std::vector<Instant> steps(const std::string& source, std::uint32_t count) {
  constexpr std::uint32_t august_2026 = 2026 * 12 + 7;
  std::vector<Instant> at;
  Instant now;
  for (std::uint32_t times = 0; times < count; ++times) {
    const double u =
        uniform(Stream{1, 0}, {hash32(source), person_word(august_2026, 0), hash32("oza"),
                               static_cast<std::uint8_t>(Decision::worsens), times});
    at.push_back(now = now + Days{exponential_quantile(u) / 0.1});
  }
  return at;
}

/// The severity with which the one youth enters when the place opens on that day of August.
int severity_on(int day) {
  const Worked run(scenario(one_arrives + closed_oza(fmt::format("2026-08-{:02}", day + 1)) + out));
  EXPECT_EQ(run.of(0).at(0).entered, Instant::at_day(day));
  return SeverityId(run.of(0).at(0).severity).number();
}

TEST(WorsensTest, each_step_comes_after_the_last_by_a_draw_of_its_own) {
  const std::vector<Instant> at = steps("school", 2);
  const int first = static_cast<int>(at[0].days());
  const int second = static_cast<int>(at[1].days());
  ASSERT_LT(first, second);
  ASSERT_LT(second, 29);
  EXPECT_EQ(severity_on(first), 0);
  EXPECT_EQ(severity_on(first + 1), 1);
  EXPECT_EQ(severity_on(second), 1);
  EXPECT_EQ(severity_on(second + 1), 2);
}

TEST(WorsensTest, nobody_gets_worse_than_the_last_level) {
  const Worked run(scenario(one_arrives + closed_oza("2027-07-01") + out));
  EXPECT_EQ(run.of(0).at(0).severity, SeverityId{2});
}

TEST(WorsensTest, who_worsens_is_admitted_no_more_where_the_level_is_not) {
  const Worked run(
      scenario("sources: {school: {arrivals: [2026-08-01], routes: {oza: 100%, gone: rest}}}\n" +
               closed_oza("2027-07-01", "admits: {severity: [light]}") + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 - 334 refused gone"));
}

TEST(WorsensTest, who_gets_a_place_at_once_does_not_wait_and_stays_as_he_is) {
  const Worked run(scenario(one_arrives + R"(
arrangements:
  oza:
    education: part
    places: 1
    stay: 200 days
    waiting: {worsens: 10% per day}
    routes: {out: 100%}
)" + out));
  EXPECT_EQ(run.of(0).at(0).severity, SeverityId{0});
}

TEST(WorsensTest, who_worsens_stands_anew_on_a_list_by_severity) {
  // Both are at the last level then, and the one who was light asked first.
  const auto first_in = [](int opens) {
    const Worked run(scenario(R"(
severities: [light, complex]
sources:
  school: {arrivals: [2026-08-01], to: oza}
  steady: {arrivals: [2026-08-02], severity: {complex: 100%}, to: oza}
)" + closed_oza(fmt::format("2026-08-{:02}", opens + 1), "order: severity") +
                              out));
    return run.of(0).at(0).entered < run.of(1).at(0).entered ? "school" : "steady";
  };
  const int step = static_cast<int>(steps("school", 1)[0].days());
  ASSERT_GT(step, 1);
  EXPECT_STREQ(first_in(step), "steady");
  EXPECT_STREQ(first_in(step + 1), "school");
}

TEST(WorsensTest, those_of_today_who_wait_worsen_too) {
  const Worked run(scenario(one_arrives + closed_oza("2027-07-01") +
                            "today: {oza: {waiting: 1, severity: {light: 100%}}}\n" + out));
  EXPECT_EQ(run.of(0).at(0).severity, SeverityId{2});
}

TEST(WorsensTest, an_effect_sets_the_hazard_and_defaults_give_it) {
  const std::string waits = R"(
defaults: {waiting: {worsens: 10% per day}}
arrangements:
  oza: {education: part, places: 0, stay: 10 days, routes: {out: 100%}}
)";
  const Worked worse(scenario(one_arrives + waits + out));
  EXPECT_EQ(worse.of(0).at(0).severity, SeverityId{2});
  const Worked calm(scenario(one_arrives + waits + R"(
interventions:
  calm:
    from: 2026-08-01
    effects: {steady: {change: arrangements.oza.waiting.worsens, factor: 0}}
)" + out));
  EXPECT_EQ(calm.of(0).at(0).severity, SeverityId{0});
}

}  // namespace
}  // namespace doorstroom
