/// Effects that take a share of the youths on a route elsewhere.

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

const std::string region = R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-11, 2026-08-21], to: team}
desks:
  team: {staff: unlimited, takes: 1 day, routes: {zoa: {share: rest, delay: 2 days}}}
arrangements:
  zoa: {education: part, places: 9, stay: 50 days, routes: {out: 100%}}
  help: {education: part, places: unlimited, stay: 5 days, routes: {out: 100%}}
)";

std::string helped(const std::string& effects, const std::string& timing = "from: 2026-08-01") {
  return fmt::format("interventions: {{care: {{{}, effects: {{{}}}}}}}\n", timing, effects);
}

TEST(DivertTest, who_is_diverted_goes_elsewhere_after_the_same_handover) {
  const Worked run(
      scenario(region + helped("away: {divert: 100%, from: \"**.routes.zoa\", to: help}") + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 1 completed help", "help 3 3 8 completed out"));
}

TEST(DivertTest, a_divert_holds_as_long_as_its_intervention) {
  const Worked run(scenario(region +
                            helped("away: {divert: 100%, from: desks.team.routes.zoa, to: help}",
                                   "from: 2026-08-05, until: 2026-08-15") +
                            out));
  EXPECT_EQ(run.told(0).at(1), "zoa 3 3 53 completed out");
  EXPECT_EQ(run.told(1).at(1), "help 13 13 18 completed out");
  EXPECT_EQ(run.told(2).at(1), "zoa 23 23 73 completed out");
}

TEST(DivertTest, a_divert_may_end_by_itself_though_its_from_is_a_path) {
  const Worked run(scenario(
      region +
      helped("away: {divert: 100%, from: \"**.routes.zoa\", to: help, until: 2026-08-15}") + out));
  EXPECT_EQ(run.told(1).at(1), "help 13 13 18 completed out");
  EXPECT_EQ(run.told(2).at(1), "zoa 23 23 73 completed out");
}

/// Whether the divert takes the n'th of the three, by the address of its draw: under the effect,
/// the first visit to the desk.
bool is_taken(std::uint32_t ordinal, double share) {
  constexpr std::uint32_t august_2026 = 2026 * 12 + 7;
  return uniform(Stream{1, 0},
                 {hash32("school"), person_word(august_2026, ordinal), hash32("care.effects.away"),
                  static_cast<std::uint8_t>(Decision::divert), 0}) < share;
}

TEST(DivertTest, a_share_is_diverted_by_a_draw_of_its_own) {
  for (const int percent : {20, 40, 60, 80}) {
    const Worked run(scenario(
        region +
        helped(fmt::format("away: {{divert: {}%, from: \"**.routes.zoa\", to: help}}", percent)) +
        out));
    for (std::uint32_t i = 0; i < 3; ++i)
      EXPECT_EQ(run.told(i).at(1).starts_with("help"), is_taken(i, percent / 100.0)) << percent;
  }
}

TEST(DivertTest, half_way_up_the_ramp_half_the_share_is_diverted) {
  // The decisions fall on days 1, 11 and 21 of a ramp of 22 days.
  const Worked run(scenario(
      region + helped("away: {divert: 100%, from: \"**.routes.zoa\", to: help, ramp: 22 days}") +
      out));
  for (std::uint32_t i = 0; i < 3; ++i)
    EXPECT_EQ(run.told(i).at(1).starts_with("help"), is_taken(i, (1 + 10 * i) / 22.0)) << i;
}

TEST(DivertTest, of_several_the_first_declared_that_takes_and_admits_the_youth) {
  const std::string both =
      "no_one: {divert: 100%, from: \"**.routes.zoa\", to: small}, "
      "first: {divert: 100%, from: \"**.routes.zoa\", to: help}, "
      "second: {divert: 100%, from: \"**.routes.zoa\", to: gone}";
  const std::string small =
      "  small: {education: part, places: 9, stay: 5 days, admits: {age: {to: 6}}, "
      "routes: {out: 100%}}\n";
  const Worked run(scenario(region + small + helped(both) + out));
  EXPECT_EQ(run.told(0).at(1), "help 3 3 8 completed out");
}

TEST(DivertTest, who_is_diverted_bounces_as_on_the_route_and_goes_the_same_way_again) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: team}
desks:
  team:
    staff: 1 fte
    hours: 365.25 hours per year
    work: 4 hours
    routes: {zoa: {share: 100%, delay: 2 days, bounce: 100%, rework: 50%}}
arrangements:
  zoa: {education: part, places: 9, stay: 50 days, routes: {out: 100%}}
  help: {education: part, places: unlimited, stay: 5 days, routes: {out: 100%}}
)" + helped("away: {divert: 100%, from: \"**.routes.zoa\", to: help, until: 2026-08-06}") +
                            out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 4 completed help", "help 6 - 6 bounced team",
                                       "team 6 6 8 completed help", "help 10 10 15 completed out"));
}

TEST(DivertTest, effects_on_the_route_hold_for_who_is_diverted) {
  const Worked run(scenario(region +
                            helped("away: {divert: 100%, from: \"**.routes.zoa\", to: help}, "
                                   "slower: {change: desks.team.routes.zoa.delay, factor: 2}") +
                            out));
  EXPECT_EQ(run.told(0).at(1), "help 5 5 10 completed out");
}

}  // namespace
}  // namespace doorstroom
