#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scenario_files.hpp"
#include "tests/support/worked.hpp"

/// Units of an arrangement that stop.

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using worked::out;
using worked::scenario;
using worked::Worked;

/// Two youths in two sites since before the run: the first in the first site, the second in the
/// second, which stops on day 31.
Worked two_sites(int places, const std::string& stops, const std::string& waiting = "{}") {
  return Worked(scenario(fmt::format(R"(
sources: {{}}
arrangements:
  oza: {{education: part, places: {}, units: 2, stay: 2000 days, waiting: {}, routes: {{out: 100%}}}}
today:
  oza: {{occupied: 2, age: 8 years, severity: {{light: 100%}}}}
)",
                                     places, waiting) +
                             out +
                             (stops.empty() ? ""
                                            : "interventions:\n  provider:\n    from: "
                                              "2026-08-01\n    stops: {node: oza, units: 1, on: "
                                              "2026-09-01" +
                                                  stops + "}\n"),
                         10));
}

const StopRecord& record_of(const Worked& run) {
  return run.records().stops.at(InterventionId{0});
}

TEST(StopsTest, a_youth_moves_to_a_free_place_for_the_rest_of_the_stay) {
  const Worked before = two_sites(4, "");
  const Worked run = two_sites(4, ", notice: 0 days");
  const double ends = before.of(1).at(0).left.days();
  ASSERT_GT(ends, 31);
  EXPECT_EQ(before.of(1).at(0).unit, 1);
  const std::vector<Visit> visits = run.of(1);
  ASSERT_EQ(visits.size(), 2u);
  EXPECT_EQ(visits[0].outcome, Outcome::displaced);
  EXPECT_EQ(visits[0].left.days(), 31);
  EXPECT_EQ(visits[1].entered.days(), 31);
  EXPECT_EQ(visits[1].left.days(), ends);
  EXPECT_EQ(visits[1].unit, 0);
  EXPECT_EQ(run.told(0), before.told(0));
  EXPECT_EQ(record_of(run).displaced, 1u);
  EXPECT_EQ(record_of(run).moved, 1u);
  const auto& units = run.records().nodes[run.node("oza")].units;
  EXPECT_DOUBLE_EQ(units[1][0].places_days, 2 * 31);  // until New Year
}

TEST(StopsTest, what_was_waited_for_a_start_day_at_the_unit_that_stops_goes_on_counting) {
  const auto run_with = [](int asks_on, const std::string& more) {
    return Worked(scenario(fmt::format(R"(
sources:
  school: {{arrivals: [2026-08-{:02}], to: oza}}
arrangements:
  oza: {{education: part, places: 2, units: 2, starts: {{10-01: all}}, stay: 30 days, routes: {{out: 100%}}}}
today:
  oza: {{occupied: 1, age: 8 years, severity: {{light: 100%}}}}
)",
                                       asks_on + 1) +
                               out + more,
                           2));
  };
  int asks_on = 5;
  while (run_with(asks_on, "").of(1)[0].unit == 0 && asks_on < 15) ++asks_on;
  constexpr double notice = 20;
  const Worked run = run_with(asks_on, R"(
interventions:
  provider: {from: 2026-08-01, stops: {node: oza, units: 1, on: 2026-09-01, notice: 11 days}}
)");
  EXPECT_THAT(run.told(1), ElementsAre(fmt::format("oza {} 61 91 completed out", asks_on)));
  const double free = std::max(run.of(0)[0].left.days(), notice);  // of the other unit's place
  EXPECT_NEAR(run.records().nodes[run.node("oza")].calendar_wait_days[0],
              (notice - asks_on) + (61 - free), 1e-9);
}

TEST(StopsTest, a_youth_waits_at_the_head_where_no_place_is_free) {
  const Worked before = two_sites(2, "");
  const Worked stopped = two_sites(2, ", youths: move");
  const double free = before.of(0).at(0).left.days();
  const double rest = before.of(1).at(0).left.days() - 31;
  const std::vector<Visit> visits = stopped.of(1);
  ASSERT_EQ(visits.size(), 2u);
  EXPECT_EQ(visits[1].asked.days(), 31);
  EXPECT_EQ(visits[1].entered.days(), free);
  EXPECT_EQ(visits[1].left.days(), free + rest);
  EXPECT_EQ(record_of(stopped).entered, 1u);
  EXPECT_DOUBLE_EQ(record_of(stopped).waited_days, free - 31);
}

TEST(StopsTest, a_youth_who_waits_may_give_up_the_list) {
  const Worked stopped =
      two_sites(2, ", notice: 1 week", "{leaves_after: 10 days, leaves_to: gone}");
  EXPECT_EQ(stopped.told(stopped.of(1).at(1)), "oza 31 - 41 left_list gone");
  EXPECT_EQ(record_of(stopped).left, 1u);
  EXPECT_DOUBLE_EQ(record_of(stopped).waited_days, 10);
}

TEST(StopsTest, youths_may_finish_their_stay) {
  const Worked before = two_sites(2, "");
  const Worked run = two_sites(2, ", youths: finish");
  EXPECT_EQ(run.told(0), before.told(0));
  EXPECT_EQ(run.told(1), before.told(1));
  EXPECT_EQ(record_of(run).displaced, 0u);
}

TEST(StopsTest, a_stop_after_the_end_changes_nothing) {
  const Worked before = two_sites(2, "");
  const Worked run(scenario(R"(
sources: {}
arrangements:
  oza: {education: part, places: 2, units: 2, stay: 2000 days, routes: {out: 100%}}
today:
  oza: {occupied: 2, age: 8 years, severity: {light: 100%}}
interventions:
  provider: {from: 2026-08-01, stops: {node: oza, units: 1, on: 2036-08-01}}
)" + out,
                            10));
  for (const std::uint32_t youth : {0u, 1u}) EXPECT_EQ(run.told(youth), before.told(youth));
  EXPECT_THAT(run.records().actions, IsEmpty());
}

/// One youth in one of two sites of one place, who wants to go to so, which is full.
std::string blocked(const std::string& stops) {
  return scenario(R"(
sources:
  clinic: {arrivals: [2026-08-01], to: so}
  school: {arrivals: [2026-08-01], to: oza}
arrangements:
  so: {education: full, places: 1, stay: 100 days, waiting: {leaves_after: 60 days, leaves_to: gone}, routes: {out: 100%}}
  oza: {education: part, places: 2, units: 2, holds_place: true, stay: 10 days, routes: {so: 100%}}
)" + out + stops);
}

TEST(StopsTest, a_blocked_youth_loses_the_place_and_keeps_the_request) {
  const Worked before{blocked("")};
  EXPECT_THAT(before.told(1),
              ElementsAre("oza 0 0 100 completed so", "so 10 100 200 completed out"));
  const Worked run(blocked(fmt::format(R"(
interventions:
  provider: {{from: 2026-08-01, stops: {{node: oza, units: [{}], on: 2026-09-01}}}}
)",
                                       before.of(1).at(0).unit)));
  EXPECT_THAT(run.told(1), ElementsAre("oza 0 0 31 displaced so", "so 10 - 70 left_list gone"));
  EXPECT_EQ(record_of(run).displaced, 0u);
}

TEST(StopsTest, from_the_notice_on_nobody_enters_and_lists_are_spread_over_the_others) {
  const std::string text = R"(
sources:
  school: {per_year: 40, to: oza}
arrangements:
  oza: {education: part, places: 9, units: 3, stay: 60 days, routes: {out: 100%}}
)" + out;
  const Worked before(scenario(text, 2));
  const Worked run(scenario(text + R"(
interventions:
  provider: {from: 2026-08-01, stops: {node: oza, units: 1, on: 2027-08-01, notice: 6 months}}
)",
                            2));
  const double notice = 184;  // 1 February
  std::vector<int> of_the_last(3);
  for (std::uint32_t youth = 0; youth < run.records().youths.size(); ++youth) {
    const Visit own = before.of(youth).at(0);
    const Visit visit = run.of(youth).at(0);
    if (visit.asked.days() < notice && visit.entered.days() < notice) continue;
    EXPECT_NE(visit.unit, 2);
    EXPECT_EQ(own.unit == 2 || visit.unit == own.unit, true);
    if (own.unit == 2) ++of_the_last[static_cast<std::size_t>(visit.unit)];
  }
  EXPECT_GT(of_the_last[0], 0);
  EXPECT_GT(of_the_last[1], 0);
}

/// Youths ask, on entering, for help that has no place and ends with the visit.
Worked with_help(const std::string& arrivals, const std::string& units, const std::string& stops) {
  return Worked(scenario(fmt::format(R"(
sources:
  school: {{arrivals: {}, to: oza}}
arrangements:
  oza: {{education: part, places: 2{}, also: help, stay: 60 days, waiting: {{leaves_after: 20 days, leaves_to: gone}}, routes: {{out: 100%}}}}
  help: {{beside: true, places: 0, stay: 30 days, ends_with_main: true}}
interventions:
  provider: {{from: 2026-08-01, stops: {{node: oza, {}}}}}
)",
                                     arrivals, units, stops) +
                         out));
}

TEST(StopsTest, help_that_ends_with_the_visit_goes_on_with_the_rest_of_the_stay) {
  const auto stopping = [](int unit, const char* on) {
    return with_help("[2026-08-01]", ", units: 2", fmt::format("units: [{}], on: {}", unit, on));
  };
  const int unit = stopping(0, "2030-01-01").of(0).at(0).unit;
  EXPECT_THAT(stopping(unit, "2026-09-01").told(0),
              ElementsAre("oza 0 0 31 displaced oza", "oza 31 31 60 completed out",
                          "help 0 - 60 lapsed -"));
}

TEST(StopsTest, help_that_ends_with_the_visit_ends_when_who_lost_the_place_goes_elsewhere) {
  const Worked run = with_help("[2026-08-01, 2026-08-02]", "", "places: 1, on: 2026-09-01");
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 60 completed out", "help 0 - 60 lapsed -"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 1 31 displaced oza", "help 1 - 51 lapsed -",
                                       "oza 31 - 51 left_list gone"));
}

/// Three youths enter three places of one site, a day apart; of a fourth the request waits.
Worked three_inside(const std::string& stops) {
  return Worked(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02, 2026-08-03, 2026-08-04], to: oza}
arrangements:
  oza: {education: part, places: 3, stay: 60 days, routes: {out: 100%}}
interventions:
  provider: {from: 2026-08-01, stops: {node: oza, )" +
                         stops + "}}\n" + out));
}

TEST(StopsTest, of_places_that_stop_those_who_entered_last_lose_theirs) {
  const Worked run = three_inside("places: 2, on: 2026-09-01");
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 60 completed out"));
  // The third and the second wait from day 31, before the fourth: the second entered first.
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 1 31 displaced oza", "oza 31 60 90 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 2 31 displaced oza", "oza 31 90 121 completed out"));
  EXPECT_THAT(run.told(3), ElementsAre("oza 3 121 181 completed out"));
  EXPECT_EQ(record_of(run).displaced, 2u);
  EXPECT_EQ(record_of(run).moved, 0u);
  EXPECT_EQ(record_of(run).entered, 2u);
}

TEST(StopsTest, places_that_stop_close_as_youths_leave_from_the_notice_on) {
  // The first leaves on day 60, within the notice: that place closes, and one youth is too many.
  const Worked run = three_inside("places: 2, on: 2026-10-01, notice: 1 month");
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 60 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 1 61 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 2 62 completed out")) << "10-01 is day 61";
  EXPECT_THAT(run.told(3), ElementsAre("oza 3 62 122 completed out"));
  EXPECT_EQ(record_of(run).displaced, 0u);
}

TEST(StopsTest, youths_may_finish_their_stay_in_places_that_stop) {
  const Worked run = three_inside("places: 2, on: 2026-09-01, youths: finish");
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 2 62 completed out"));
  EXPECT_THAT(run.told(3), ElementsAre("oza 3 62 122 completed out"));
}

TEST(StopsTest, what_is_wrong_is_told_with_its_line) {
  const auto told = [](const std::string& stops, const std::string& units = "2") {
    return ScenarioFiles().mistakes(scenario(R"(
subregions: [north, south]
sources:
  school: {per_year: 40, subregion: {north: 50%, south: 50%}, to: oza}
arrangements:
  oza: {education: part, places: 9, units: )" +
                                             units + R"(, stay: 60 days, routes: {home: 100%}}
  home: {education: none, places: unlimited, stay: 60 days, routes: {out: 100%}}
interventions:
  provider:
    from: 2026-08-01
    stops: )" + stops + "\n" + out));
  };
  EXPECT_EQ(told("{node: oza, units: 1, on: 2027-01-01}"), "");
  EXPECT_EQ(told("{node: oza, units: [0, 2], on: 2027-01-01, notice: 3 months}", "3"), "");
  EXPECT_THAT(told("{node: oza, units: 2, on: 2027-01-01}"), HasSubstr("leaves no unit"));
  EXPECT_THAT(told("{node: oza, units: [0], on: 2027-01-01}", "{north: 1, south: 1}"),
              HasSubstr(":16:31: interventions.provider.stops.units leaves no unit"));
  EXPECT_THAT(told("{node: oza, units: [7], on: 2027-01-01}"), HasSubstr("names unit 7"));
  EXPECT_THAT(told("{node: home, units: 1, on: 2027-01-01}"), HasSubstr("stops.node"));
  EXPECT_THAT(told("{node: oza, on: 2027-01-01}"), HasSubstr("has no units"));
  EXPECT_THAT(told("{node: oza, units: 1, on: 2027-01-01, youths: away}"),
              HasSubstr("stops.youths is away"));
  EXPECT_THAT(told("{node: oza, places: 30, on: 2027-01-01}"),
              HasSubstr("places is of an arrangement with units"));
  EXPECT_THAT(told("{node: oza, places: 3, units: 1, on: 2027-01-01}"),
              HasSubstr("has both places and units"));
  EXPECT_EQ(told("{node: oza, places: 3, on: 2027-01-01}", "1"), "");
  EXPECT_THAT(told("{node: oza, places: 9, on: 2027-01-01}", "1"),
              HasSubstr("stops.places is 9, and there are 9 places"));
}

}  // namespace
}  // namespace doorstroom
