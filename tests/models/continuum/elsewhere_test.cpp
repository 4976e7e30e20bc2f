/// Youths who take a free place at another unit than their own.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scenario_files.hpp"
#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;
using worked::out;
using worked::scenario;
using worked::Worked;

/// Youths who come on these days for two sites, of which only the first has a place.
Worked two_sites(const std::string& days, const std::string& units) {
  return Worked(scenario(fmt::format(R"(
sources:
  school: {{arrivals: [{}], to: oza}}
arrangements:
  oza: {{education: part, places: 1, stay: 10 days, units: {}, routes: {{out: 100%}}}}
)",
                                     days, units) +
                         out));
}

Visit visit_of(const Worked& run, std::uint32_t youth) {
  return run.of(youth).at(0);
}

std::vector<std::string> sites(const Worked& run) {
  std::vector<std::string> lines;
  for (std::uint32_t youth = 0; youth < run.records().youths.size(); ++youth)
    for (const Visit& visit : run.of(youth))
      lines.push_back(fmt::format("{} at {}", run.told(visit), visit.unit));
  return lines;
}

TEST(ElsewhereTest, a_place_at_another_unit_is_taken_after_so_long) {
  const std::string days =
      "2026-08-01, 2026-09-01, 2026-10-01, 2026-11-01, 2026-12-01, 2027-01-01, 2027-02-01, "
      "2027-03-01";
  const Worked alone = two_sites(days, "2");
  const Worked shared = two_sites(days, "{count: 2, elsewhere: {share: 100%, after: 5 days}}");
  int elsewhere = 0;
  for (std::uint32_t youth = 0; youth < 8; ++youth) {
    const bool own = visit_of(alone, youth).unit == 0;
    EXPECT_EQ(visit_of(alone, youth).entered != never, own);
    const Visit visit = visit_of(shared, youth);
    EXPECT_EQ((visit.entered - visit.asked).count, own ? 0 : 5);
    EXPECT_EQ(visit.unit, 0);
    elsewhere += own ? 0 : 1;
  }
  EXPECT_GT(elsewhere, 0);
  EXPECT_LT(elsewhere, 8);
  const NodeRecord& oza = shared.records().nodes[shared.node("oza")];
  EXPECT_EQ(oza.units[0][0].entries + oza.units[0][1].entries, 8u);
  EXPECT_EQ(oza.units[1][0].waiting_days + oza.units[1][1].waiting_days, 5 * elsewhere);
}

TEST(ElsewhereTest, those_of_the_unit_itself_go_first) {
  const std::string days =
      "2026-08-01, 2026-08-02, 2026-08-03, 2026-08-04, 2026-08-05, 2026-08-06, 2026-08-07, "
      "2026-08-08";
  const Worked alone = two_sites(days, "2");
  const Worked shared = two_sites(days, "{count: 2, elsewhere: {share: 100%, after: 8 days}}");
  double free = 0;
  for (const bool own : {true, false})
    for (std::uint32_t youth = 0; youth < 8; ++youth) {
      if ((visit_of(alone, youth).unit == 0) != own) continue;
      const double entered = std::max(free, youth + (own ? 0.0 : 8.0));
      EXPECT_EQ(visit_of(shared, youth).entered.days(), entered);
      free = entered + 10;
    }
}

/// One site for the north and two for the south: all youths of the south whose site is that of the
/// first of them wait there.
const std::string by_subregion = R"(
subregions: [north, south]
sources:
  school: {arrivals: [2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01], subregion: {south: 100%}, to: oza}
arrangements:
  oza:
    education: part
    places: 3
    stay: 300 days
    units: {by: subregion, of: {north: 1, south: 2}, elsewhere: {share: 100%, after: 0 days}}
    routes: {out: 100%}
)";

TEST(ElsewhereTest, with_units_of_subregions_only_those_of_the_own_are_taken) {
  const Worked run(scenario(by_subregion + out));
  int entered = 0;
  for (std::uint32_t youth = 0; youth < 6; ++youth) {
    const Visit visit = run.of(youth)[0];
    EXPECT_GE(visit.unit, 1);
    if (visit.entered == Instant{}) ++entered;
  }
  EXPECT_EQ(entered, 2);
}

TEST(ElsewhereTest, a_place_elsewhere_is_taken_before_a_full_list_turns_the_youth_away) {
  const auto with = [](const std::string& after) {
    return Worked(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01], to: oza}
arrangements:
  oza:
    education: part
    places: 4
    stay: 300 days
    limit: 0
    when_full: gone
    units: {count: 4, elsewhere: {share: 100%, after: )" +
                           after + R"(}}
    routes: {out: 100%}
)" + out));
  };
  const Worked at_once = with("0 days");
  const Worked later = with("1 day");
  int turned_away = 0;
  for (std::uint32_t youth = 0; youth < 4; ++youth) {
    EXPECT_EQ(visit_of(at_once, youth).outcome, Outcome::completed);
    turned_away += visit_of(later, youth).outcome == Outcome::refused ? 1 : 0;
  }
  EXPECT_GT(turned_away, 0);
}

TEST(ElsewhereTest, nobody_goes_elsewhere_at_a_share_of_nothing) {
  const auto sites_of = [](const std::string& units) {
    return sites(Worked(scenario(R"(
sources:
  school: {per_year: 60, to: oza}
arrangements:
  oza: {education: part, places: 6, stay: 40 days, units: )" +
                                 units + R"(, routes: {out: 100%}}
)" + out)));
  };
  EXPECT_EQ(sites_of("3"), sites_of("{count: 3, elsewhere: {share: 0%, after: 0 days}}"));
  EXPECT_NE(sites_of("3"), sites_of("{count: 3, elsewhere: {share: 50%, after: 0 days}}"));
}

TEST(ElsewhereTest, an_effect_changes_who_goes_elsewhere) {
  const auto with = [](const std::string& more) {
    return sites(Worked(scenario(R"(
sources:
  school: {per_year: 60, to: oza}
arrangements:
  oza: {education: part, places: 6, stay: 40 days, units: {count: 3, elsewhere: {share: 60%, after: 1 week}}, routes: {out: 100%}}
)" + out + more)));
  };
  const std::string effect = R"(
interventions:
  alone: {from: 2026-08-01, effects: {alone: {change: arrangements.oza.units.elsewhere.share, factor: 0}}}
)";
  EXPECT_NE(with(""), with(effect));
}

TEST(ElsewhereTest, count_and_share_are_parameters_of_set) {
  const std::string text = scenario(R"(
sources:
  school: {per_year: 60, to: oza}
arrangements:
  oza: {education: part, places: 6, stay: 40 days, units: {count: 3, elsewhere: {share: 50%, after: 0 days}}, routes: {out: 100%}}
evidence:
  arrangements.oza.units.count: {basis: assumed, range: [2, 4]}
  arrangements.oza.units.elsewhere.share: {basis: assumed, range: [20%, 80%]}
)" + out);
  const ScenarioFiles files;
  const Scenario scenario = files
                                .load(text, {"arrangements.oza.units.count=4",
                                             "arrangements.oza.units.elsewhere.share=25%"})
                                .scenario;
  EXPECT_EQ(scenario.nodes[scenario.nodes.find("oza", &Node::id)].units.count, 4);
  EXPECT_EQ(scenario.nodes[scenario.nodes.find("oza", &Node::id)].units.elsewhere->share.value,
            0.25);
}

TEST(ElsewhereTest, what_is_wrong_is_told_with_its_line) {
  const auto told = [](const std::string& units, const std::string& more = "") {
    return ScenarioFiles().mistakes(scenario(R"(
subregions: [north, south]
sources:
  school: {per_year: 60, subregion: {north: 50%, south: 50%}, to: team}
desks:
  team: {staff: 2 fte, hours: 1300 hours per year, work: 3 hours, routes: {out: 100%}, units: )" +
                                             units + R"(}
  other: {staff: 2 fte, hours: 1300 hours per year, work: 3 hours, routes: {out: 100%}}
)" + out + more));
  };
  EXPECT_EQ(told("{count: 2, elsewhere: {share: 50%, after: 0 days}}"), "");
  EXPECT_EQ(told("{by: subregion, of: {north: 1, south: 2}}"), "");
  EXPECT_THAT(told("{elsewhere: {share: 50%, after: 0 days}}"),
              HasSubstr("desks.team.units has no count or of"));
  EXPECT_THAT(told("{count: 2, elsewhere: {share: 150%, after: 0 days}}"),
              HasSubstr("desks.team.units.elsewhere.share is 150%"));
  EXPECT_THAT(told("{count: 2, elsewhere: {share: 50%}}"),
              HasSubstr("desks.team.units.elsewhere has no after"));
  EXPECT_THAT(told("{of: {north: 1, south: 2}}"), HasSubstr("desks.team.units has of without by"));
  EXPECT_THAT(told("{by: gemeente, of: {north: 1}}"),
              HasSubstr("desks.team.units.by names gemeente, which is no attribute"));
  EXPECT_THAT(told("{count: 2, of: {north: 1}, by: subregion}"),
              HasSubstr("has both count and of"));
  EXPECT_THAT(told("{count: 2, elsewhere: {share: 50%, after: 0 days}}", R"(
interventions:
  one: {from: 2026-08-01, single_desk: {joins: [team, other]}}
)"),
              HasSubstr("joins team, which has units.elsewhere"));
}

}  // namespace
}  // namespace doorstroom
