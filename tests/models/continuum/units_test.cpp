#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

/// Sites and teams with a list each, full lists, and desks that close.

namespace doorstroom {
namespace {

using testing::ElementsAre;
using worked::out;
using worked::scenario;
using worked::Worked;

/// Two youths of the north and one of the south, a day apart.
const std::string two_north_one_south = R"(
subregions: [north, south]
sources:
  first: {arrivals: [2026-08-01, 2026-08-02], subregion: {north: 100%}, to: oza}
  then: {arrivals: [2026-08-03], subregion: {south: 100%}, to: oza}
)";

TEST(UnitsTest, a_place_that_is_free_at_another_site_is_not_taken) {
  const Worked run(scenario(two_north_one_south + R"(
arrangements:
  oza: {education: part, places: 2, units: {north: 1, south: 1}, stay: 10 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 10 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 10 20 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 2 12 completed out"));
  EXPECT_EQ(run.of(0)[0].unit, 0);
  EXPECT_EQ(run.of(2)[0].unit, 1);
}

TEST(UnitsTest, the_first_sites_get_the_places_that_cannot_be_split) {
  const Worked run(scenario(two_north_one_south + R"(
arrangements:
  oza: {education: part, places: 3, units: {north: 1, south: 1}, stay: 10 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 1 11 completed out"));
  const auto& units = run.records().nodes[run.node("oza")].units;
  ASSERT_EQ(units.size(), 2U);
  EXPECT_DOUBLE_EQ(units[0][0].places_days, 2 * 153.0);  // until New Year
  EXPECT_DOUBLE_EQ(units[1][0].places_days, 153);
}

TEST(UnitsTest, a_youth_comes_back_to_the_site_of_before) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: oza}
arrangements:
  oza: {education: part, places: 40, units: 20, stay: 10 days, routes: {zoa: 100%}}
  zoa: {education: part, places: 1, stay: 10 days, routes: {oza: 100%}}
)" + out));
  const std::vector<Visit> visits = run.of(0);
  ASSERT_GT(visits.size(), 10U);
  for (const Visit& visit : visits) {
    const bool here = visit.node == run.node("oza");
    EXPECT_EQ(visit.unit, here ? visits.front().unit : 0);
  }
}

TEST(UnitsTest, staff_are_split_exactly) {
  // Each team has half an fte: an hour of work takes two days.
  const Worked run(scenario(two_north_one_south + R"(
desks:
  oza:
    staff: 1 fte
    hours: 365.25 hours per year
    work: 5 hours
    units: {north: 1, south: 1}
    routes: {out: 100%}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 10 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 10 20 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 2 12 completed out"));
}

TEST(UnitsTest, those_of_today_are_spread_over_the_sites) {
  const Worked run(scenario(R"(
today:
  oza: {fill: 100%, age: 10 years, severity: {light: 100%}}
arrangements:
  oza: {education: part, places: 5, units: 3, stay: 10 days, routes: {out: 100%}}
)" + out));
  std::vector<int> inside(3);
  for (std::uint32_t youth = 0; youth < 5; ++youth) ++inside[run.of(youth)[0].unit];
  EXPECT_THAT(inside, ElementsAre(2, 2, 1));
}

const std::string six_arrive = R"(
sources:
  school:
    arrivals: [2026-08-01, 2026-08-01, 2026-08-01, 2026-08-02, 2026-08-11, 2026-08-12]
    to: oza
)";

TEST(UnitsTest, a_case_that_is_sent_back_was_at_the_site_of_the_youth) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: team}
desks:
  team: {staff: unlimited, takes: 1 day, routes: {oza: {share: 100%, bounce: 100%}}}
arrangements:
  oza: {education: part, places: 40, units: 20, stay: 10 days, routes: {out: 100%}}
)" + out));
  const std::vector<Visit> visits = run.of(0);
  ASSERT_EQ(visits.size(), 4U);
  EXPECT_EQ(visits[1].outcome, Outcome::bounced);
  EXPECT_NE(visits[3].unit, 0) << "tells nothing where it is the first site";
  EXPECT_EQ(visits[1].unit, visits[3].unit);
}

TEST(LimitTest, a_full_list_turns_away_and_who_can_enter_at_once_does_not_count) {
  const Worked run(scenario(six_arrive + R"(
arrangements:
  oza: {education: part, places: 1, limit: 1, when_full: zoa, stay: 10 days, routes: {out: 100%}}
  zoa: {education: part, places: 9, stay: 7 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 10 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 0 10 20 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 0 - 0 refused zoa", "zoa 0 0 7 completed out"));
  EXPECT_THAT(run.told(3), ElementsAre("oza 1 - 1 refused zoa", "zoa 1 1 8 completed out"));
  EXPECT_THAT(run.told(4), ElementsAre("oza 10 20 30 completed out"));
  EXPECT_THAT(run.told(5), ElementsAre("oza 11 - 11 refused zoa", "zoa 11 11 18 completed out"));
}

TEST(LimitTest, places_that_fell_leave_the_list_as_long_as_it_may_be) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02, 2026-08-06], to: oza}
arrangements:
  oza:
    education: part
    places: [{from: 2026-08-01, count: 2}, {from: 2026-08-05, count: 1}]
    stay: 10 days
    limit: 1
    when_full: gone
    routes: {out: 100%}
)" + out));
  EXPECT_THAT(run.told(2), ElementsAre("oza 5 11 21 completed out"));
}

TEST(LimitTest, a_list_of_no_length_lets_nobody_wait) {
  const Worked run(scenario(six_arrive + R"(
arrangements:
  oza: {education: part, places: 1, limit: 0, when_full: gone, stay: 10 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 10 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 0 - 0 refused gone"));
  EXPECT_THAT(run.told(3), ElementsAre("oza 1 - 1 refused gone"));
  EXPECT_THAT(run.told(4), ElementsAre("oza 10 10 20 completed out"));
}

TEST(ClosedDeskTest, work_pauses_while_the_desk_is_closed_and_goes_on_afterwards) {
  // 325 hours in the 325 days that are left: an hour is a day. Closed from 6 August to 15
  // September.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02, 2026-09-20], to: team}
desks:
  team:
    staff: 1 fte
    hours: 325.25 hours per year
    work: 8 hours
    takes: 10 days
    closed: [{from: 08-06, to: 09-15}]
    routes: {out: 100%}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 48 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("team 1 48 58 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("team 50 56 66 completed out"));
  const NodeRecord& team = run.records().nodes[run.node("team")];
  EXPECT_DOUBLE_EQ(team.segments[0].worked_hours, 24);
  EXPECT_DOUBLE_EQ(team.segments[0].available_hours, 153 - 40);  // until New Year
}

TEST(ClosedDeskTest, nobody_is_taken_up_while_it_is_closed_however_many_could_be) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-10], to: team}
desks:
  team:
    staff: unlimited
    takes: 3 weeks
    closed: [{from: 08-06, to: 08-26}]
    routes: {out: 100%}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 41 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("team 9 25 46 completed out"));
}

TEST(ClosedDeskTest, it_may_be_closed_over_new_year) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-12-30, 2027-01-04], to: team}
desks:
  team: {staff: unlimited, takes: 2 days, closed: [{from: 12-24, to: 01-04}], routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 151 156 158 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("team 156 156 158 completed out"));
}

}  // namespace
}  // namespace doorstroom
