#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

/// Staying inside until the next place is there.

namespace doorstroom {
namespace {

using testing::ElementsAre;
using worked::out;
using worked::scenario;
using worked::three_arrive;
using worked::Worked;

TEST(HoldingTest, who_leaves_for_a_full_arrangement_keeps_the_place_until_it_has_room) {
  const Worked run(scenario(three_arrive + R"(
arrangements:
  oza: {education: part, places: 1, holds_place: true, stay: 4 days, routes: {so: 100%}}
  so: {education: full, places: 1, stay: 10 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 4 completed so", "so 4 4 14 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 4 14 completed so", "so 8 14 24 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 14 24 completed so", "so 18 24 34 completed out"));
  const NodeRecord& oza = run.records().nodes[run.node("oza")];
  EXPECT_DOUBLE_EQ(oza.segments[0].blocked_days, 6 + 6);
  EXPECT_DOUBLE_EQ(oza.segments[0].occupied_days, 24);
}

TEST(HoldingTest, who_finds_room_leaves_at_once_and_is_nowhere_during_the_handover) {
  const Worked run(scenario(three_arrive + R"(
arrangements:
  oza: {education: part, places: 1, holds_place: true, stay: 4 days, routes: {so: {share: 100%, delay: 3 days}}}
  so: {education: full, places: 1, stay: 6 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 4 completed so", "so 7 7 13 completed out"));
  // On the 8th day the special school is full: the place is held through the handover too.
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 4 13 completed so", "so 11 13 19 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 13 20 completed so", "so 20 20 26 completed out"));
}

TEST(HoldingTest, a_circle_of_youths_in_each_others_way_moves_at_once) {
  const Worked run(scenario(R"(
sources:
  a: {arrivals: [2026-08-01], to: oza}
  b: {arrivals: [2026-08-02], to: zoa}
arrangements:
  oza: {education: part, places: 1, holds_place: true, stay: 10 days, routes: {zoa: 100%}}
  zoa: {education: part, places: 1, holds_place: true, stay: 12 days, routes: {oza: 100%}}
)" + out));
  EXPECT_THAT(run.told(0)[0], "oza 0 0 13 completed zoa");
  EXPECT_THAT(run.told(0)[1], "zoa 10 13 25 completed oza");
  EXPECT_THAT(run.told(1)[0], "zoa 1 1 13 completed oza");
  EXPECT_THAT(run.told(1)[1], "oza 13 13 25 completed zoa");
}

TEST(HoldingTest, a_circle_moves_though_others_wait_before_them) {
  // c waits for oza before b does; only b can make room for a.
  const Worked run(scenario(R"(
sources:
  a: {arrivals: [2026-08-01], to: oza}
  b: {arrivals: [2026-08-02], to: zoa}
  c: {arrivals: [2026-08-03], to: oza}
arrangements:
  oza: {education: part, places: 1, holds_place: true, stay: 10 days, routes: {zoa: 100%}}
  zoa: {education: part, places: 1, holds_place: true, stay: 12 days, routes: {oza: 100%}}
)" + out));
  EXPECT_THAT(run.told(0)[0], "oza 0 0 13 completed zoa");
  EXPECT_THAT(run.told(1)[1], "oza 13 13 25 completed zoa");
}

TEST(HoldingTest, a_place_made_for_a_youth_closes_with_the_stay_and_is_no_part_of_a_circle) {
  // Of three who ask for oza the second is helped in on day 7, by a place made for her, and wants
  // to go to zoa from day 107 on. There b wants to come to oza since day 62, and can once the third
  // leaves, on day 200: the place of the second is gone when she is.
  const Worked run(scenario(R"(
sources:
  first: {arrivals: [2026-08-01], age: 8 years, to: oza}
  second: {arrivals: [2026-08-02], age: 12 years, to: oza}
  third: {arrivals: [2026-08-03], age: 8 years, to: oza}
  b: {arrivals: [2026-09-20], age: 8 years, to: zoa}
arrangements:
  oza:
    education: part
    places: 1
    holds_place: true
    stay: 100 days
    routes:
      - {if: {age: {from: 10 years}}, to: {zoa: 100%}}
      - {to: {out: 100%}}
  zoa: {education: part, places: 1, holds_place: true, stay: 12 days, routes: {oza: 100%}}
interventions:
  director:
    from: 2026-08-08
    until: 2026-08-14
    casework: {fte: 1, hours: 730.5 hours per year, every: 1 week, per_case: 14 hours, makes: {oza: 1 per year}}
)" + out));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 7 200 completed zoa", "zoa 107 200 300 completed oza",
                                       testing::_));
  EXPECT_THAT(run.told(2), ElementsAre("oza 2 100 200 completed out"));
  EXPECT_THAT(run.told(3),
              ElementsAre("zoa 50 50 200 completed oza", "oza 62 200 300 completed out"));
}

TEST(HoldingTest, a_place_that_is_held_for_a_desk_is_not_held) {
  const Worked run(scenario(three_arrive + R"(
arrangements:
  oza: {education: part, places: 1, holds_place: true, stay: 4 days, routes: {team: 100%}}
desks:
  team: {staff: unlimited, takes: 20 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 4 8 completed team", "team 8 8 28 completed out"));
}

TEST(HoldingTest, patience_does_not_run_while_a_place_is_held) {
  const Worked run(scenario(three_arrive + R"(
arrangements:
  oza: {education: part, places: 2, holds_place: true, stay: 4 days, routes: {so: 100%}}
  so:
    education: full
    places: 1
    stay: 30 days
    waiting: {at_home: 100%, leaves_after: 2 days, leaves_to: gone}
    routes: {out: 100%}
)" + out));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 1 34 completed so", "so 5 34 64 completed out"));
  EXPECT_DOUBLE_EQ(run.of(1)[1].absent_days, 0);
}

TEST(HoldingTest, of_two_circles_of_one_moment_that_of_who_asked_first_moves) {
  // On day 10 both b and c could change places with a; b has asked on day 5.
  const Worked run(scenario(R"(
sources:
  c: {arrivals: [2026-08-06], to: oza}
  b: {arrivals: [2026-08-01], to: oza}
  a: {arrivals: [2026-08-01], to: zoa}
arrangements:
  oza: {education: part, places: 2, holds_place: true, stay: 5 days, routes: {zoa: 100%}}
  zoa: {education: part, places: 1, holds_place: true, stay: 10 days, routes: {oza: 100%}}
)" + out));
  const auto of = [&run](const char* source) {
    std::uint32_t youth = 0;
    while (run.records().youths[youth].source != run.node(source)) ++youth;
    return run.told(youth);
  };
  EXPECT_THAT(of("b")[0], "oza 0 0 10 completed zoa");
  EXPECT_THAT(of("a")[0], "zoa 0 0 10 completed oza");
  EXPECT_THAT(of("c")[0], "oza 5 5 20 completed zoa");
}

TEST(HoldingTest, a_circle_moves_nobody_into_places_that_have_gone) {
  // On day 13 b waits for oza, where a has the last place, which is to close; from day 20 on there
  // is a place again.
  const Worked run(scenario(R"(
sources:
  a: {arrivals: [2026-08-01], to: oza}
  b: {arrivals: [2026-08-02], to: zoa}
arrangements:
  oza:
    education: part
    places: [{from: 2026-08-01, count: 1}, {from: 2026-08-06, count: 0}, {from: 2026-08-21, count: 1}]
    holds_place: true
    stay: 10 days
    routes: {zoa: 100%}
  zoa: {education: part, places: 1, holds_place: true, stay: 12 days, routes: {oza: 100%}}
)" + out));
  EXPECT_THAT(run.told(0)[0], "oza 0 0 20 completed zoa");
  EXPECT_THAT(run.told(0)[1], "zoa 10 20 32 completed oza");
  EXPECT_THAT(run.told(1)[0], "zoa 1 1 20 completed oza");
  EXPECT_THAT(run.told(1)[1], "oza 13 20 32 completed zoa");
}

TEST(HoldingTest, a_circle_moves_once_the_places_that_fell_are_closed) {
  // One of the two places of oza goes on day 5, and closes when c leaves on day 14.
  const Worked run(scenario(R"(
sources:
  a: {arrivals: [2026-08-01], age: 8 years, to: oza}
  b: {arrivals: [2026-08-02], age: 8 years, to: zoa}
  c: {arrivals: [2026-08-05], age: 12 years, to: oza}
arrangements:
  oza:
    education: part
    places: [{from: 2026-08-01, count: 2}, {from: 2026-08-06, count: 1}]
    holds_place: true
    stay: 10 days
    routes:
      - {if: {age: {from: 10 years}}, to: {out: 100%}}
      - {to: {zoa: 100%}}
  zoa: {education: part, places: 1, holds_place: true, stay: 12 days, routes: {oza: 100%}}
)" + out));
  EXPECT_THAT(run.told(2), ElementsAre("oza 4 4 14 completed out"));
  EXPECT_THAT(run.told(0)[0], "oza 0 0 14 completed zoa");
  EXPECT_THAT(run.told(1)[0], "zoa 1 1 14 completed oza");
}

TEST(HoldingTest, a_place_is_not_held_for_the_same_arrangement) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02], to: oza}
arrangements:
  oza: {education: part, places: 1, holds_place: true, stay: 4 days, routes: {oza: 100%}}
)" + out));
  EXPECT_THAT(run.told(0)[0], "oza 0 0 4 completed oza");
  EXPECT_THAT(run.told(0)[1], "oza 4 8 12 completed oza");
  EXPECT_THAT(run.told(1)[0], "oza 1 4 8 completed oza");
}

TEST(HoldingTest, a_youth_who_is_refused_and_led_back_comes_after_those_who_wait_there) {
  // On 1 August, day 31, the first youth is too old for so, where a place is free on day 40; the
  // second waits for oza since day 20.
  const Worked run(scenario(R"(
sources:
  clinic: {arrivals: [2026-07-01], age: 8 years, to: so}
  first: {arrivals: [2026-07-01], age: 10 years, to: oza}
  second: {arrivals: [2026-07-21], age: 8 years, to: oza}
arrangements:
  oza: {education: part, places: 1, holds_place: true, stay: 10 days, routes: {so: 100%, oza: rest}}
  so: {education: full, places: 1, admits: {age: {to: 10 years}}, stay: 40 days, routes: {out: 100%}}
)" + out,
                            1, "2026-07-01"));
  EXPECT_THAT(run.told(1)[0], "so 10 - 40 refused oza");
  EXPECT_THAT(run.told(1)[1], "oza 0 0 40 completed oza");
  EXPECT_THAT(run.told(1)[2], "oza 40 50 60 completed oza");
  EXPECT_THAT(run.told(2)[0], "oza 20 40 50 completed so");
}

}  // namespace
}  // namespace doorstroom
