#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

/// One request for several nodes.

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;
using worked::out;
using worked::scenario;
using worked::Worked;

const std::string four_arrive = R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-02, 2026-08-03, 2026-08-04], to: any}
)";

TEST(ChoiceTest, the_first_place_offered_is_taken_and_the_other_registrations_lapse) {
  const Worked run(scenario(four_arrive + R"(
choices:
  any: {first_free: [north, south]}
arrangements:
  north: {education: part, places: 1, stay: 10 days, routes: {out: 100%}}
  south: {education: part, places: 1, stay: 6 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0),
              UnorderedElementsAre("south 0 - 0 lapsed -", "north 0 0 10 completed out"));
  EXPECT_THAT(run.told(1),
              UnorderedElementsAre("north 1 - 1 lapsed -", "south 1 1 7 completed out"));
  EXPECT_THAT(run.told(2),
              UnorderedElementsAre("north 2 - 7 lapsed -", "south 2 7 13 completed out"));
  EXPECT_THAT(run.told(3),
              UnorderedElementsAre("south 3 - 10 lapsed -", "north 3 10 20 completed out"));
}

TEST(ChoiceTest, giving_up_ends_the_request_on_every_list_by_the_rule_of_the_first) {
  const Worked run(scenario(four_arrive + R"(
choices:
  any: {first_free: [north, south]}
arrangements:
  north:
    education: part
    places: 1
    stay: 10 days
    waiting: {leaves_after: 3 days, leaves_to: gone}
    routes: {out: 100%}
  south: {education: part, places: 1, stay: 6 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(2),
              UnorderedElementsAre("south 2 - 5 left_list -", "north 2 - 5 left_list gone"));
}

TEST(ChoiceTest, the_rule_of_the_first_holds_on_when_that_one_no_longer_admits_the_youth) {
  // Who is 9 on the last 1 August is 10 on the next: north offers a place on day 366 and refuses.
  const Worked run(scenario(R"(
sources:
  filler: {arrivals: [2026-08-01], to: any}
  older: {arrivals: [2026-08-01], to: south}
  school: {arrivals: [2026-08-02], age: 9.5 years, to: any}
choices:
  any: {first_free: [north, south]}
arrangements:
  north:
    education: part
    places: 1
    admits: {age: {to: 10.2 years}}
    stay: 366 days
    waiting: {leaves_after: 400 days, leaves_to: gone}
    routes: {out: 100%}
  south: {education: part, places: 1, stay: 600 days, waiting: {leaves_after: 380 days, leaves_to: out}, routes: {out: 100%}}
)" + out,
                            2));
  EXPECT_THAT(run.told(2),
              UnorderedElementsAre("north 1 - 366 refused -", "south 1 - 401 left_list gone"));
}

TEST(ChoiceTest, only_nodes_that_admit_the_youth_are_chosen_among) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], age: 12 years, to: any}
choices:
  any: {first_free: [north, south]}
arrangements:
  north: {education: part, places: 1, admits: {age: {to: 10 years}}, stay: 10 days, routes: {out: 100%}}
  south: {education: part, places: 1, stay: 6 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("south 0 0 6 completed out"));
}

TEST(ChoiceTest, the_shortest_list_is_a_free_place_then_the_fewest_waiting_per_place) {
  const Worked run(scenario(R"(
sources:
  school:
    arrivals: [2026-08-01, 2026-08-02, 2026-08-03, 2026-08-04, 2026-08-05, 2026-08-06]
    to: any
choices:
  any: {shortest_list: [north, south]}
arrangements:
  north: {education: part, places: 1, stay: 40 days, routes: {out: 100%}}
  south: {education: part, places: 2, stay: 30 days, routes: {out: 100%}}
)" + out));
  const auto where = [&](std::uint32_t youth) {
    return run.scenario().nodes[run.of(youth)[0].node].id;
  };
  // north, south, south fill up; then north and south tie at 0 a place, then 1 against 0, then 1
  // against a half.
  EXPECT_EQ(where(0), "north");
  EXPECT_EQ(where(1), "south");
  EXPECT_EQ(where(2), "south");
  EXPECT_EQ(where(3), "north");
  EXPECT_EQ(where(4), "south");
  EXPECT_EQ(where(5), "south");
}

TEST(ChoiceTest, those_who_ask_at_one_instant_fill_what_is_free_before_they_wait) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-01, 2026-08-01, 2026-08-01], to: any}
choices:
  any: {shortest_list: [north, south]}
arrangements:
  north: {education: part, places: 1, stay: 40 days, routes: {out: 100%}}
  south: {education: part, places: 3, stay: 30 days, routes: {out: 100%}}
)" + out));
  for (std::uint32_t youth = 0; youth < 4; ++youth)
    EXPECT_EQ(run.of(youth)[0].entered, Instant::at_day(0)) << youth;
}

TEST(ChoiceTest, a_full_list_is_not_the_shortest) {
  const Worked run(scenario(four_arrive + R"(
choices:
  any: {shortest_list: [north, south]}
arrangements:
  north: {education: part, places: 1, limit: 0, when_full: gone, stay: 40 days, routes: {out: 100%}}
  south: {education: part, places: 1, stay: 6 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(1), ElementsAre("south 1 1 7 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("south 2 7 13 completed out"));
  EXPECT_THAT(run.told(3), ElementsAre("south 3 13 19 completed out"));
}

TEST(ChoiceTest, where_all_lists_are_full_the_first_turns_away) {
  const Worked run(scenario(four_arrive + R"(
choices:
  any: {shortest_list: [north, south]}
arrangements:
  north: {education: part, places: 0, limit: 1, when_full: gone, stay: 40 days, routes: {out: 100%}}
  south: {education: part, places: 0, limit: 0, when_full: out, stay: 6 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("north 0 - - censored -"));
  EXPECT_THAT(run.told(1), ElementsAre("north 1 - 1 refused gone"));
}

TEST(ChoiceTest, who_holds_a_place_waits_on_all_lists) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-01, 2026-08-01], to: oza}
choices:
  any: {first_free: [north, south]}
arrangements:
  oza: {education: part, places: 3, holds_place: true, stay: 1 day, routes: {any: 100%}}
  north: {education: part, places: 1, stay: 10 days, routes: {out: 100%}}
  south: {education: part, places: 1, stay: 6 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), UnorderedElementsAre("oza 0 0 1 completed any", "south 1 - 1 lapsed -",
                                                "north 1 1 11 completed out"));
  EXPECT_THAT(run.told(2), UnorderedElementsAre("oza 0 0 7 completed any", "north 1 - 7 lapsed -",
                                                "south 1 7 13 completed out"));
}

TEST(ChoiceTest, of_two_lists_with_a_place_free_the_shorter_is_joined) {
  // Nobody is served before all of one instant have asked.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01, 2026-08-01, 2026-08-01], to: any}
choices:
  any: {shortest_list: [north, south]}
arrangements:
  north: {education: part, places: 3, stay: 10 days, routes: {out: 100%}}
  south: {education: part, places: 2, stay: 6 days, routes: {out: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("north 0 0 10 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("south 0 0 6 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("north 0 0 10 completed out"));
}

}  // namespace
}  // namespace doorstroom
