/// Help beside the way that is asked for on entry by a route.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/error.hpp"
#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;
using worked::out;
using worked::scenario;
using worked::Worked;

/// A desk decides after 10 days and sends everybody to `so`, by a route that asks for help.
std::string by_route(const std::string& also, const std::string& more = "") {
  return scenario(fmt::format(R"(
sources:
  school: {{arrivals: [2026-08-01], to: team}}
desks:
  team: {{staff: unlimited, takes: 10 days, routes: {{so: {{share: 100%, delay: 5 days, also: {}}}}}}}
arrangements:
  so: {{education: full, places: 9, stay: 100 days, routes: {{out: 100%}}}}
  help: {{beside: true, places: 1, stay: 30 days{}}}
)",
                              also, more) +
                  out);
}

TEST(RouteHelpTest, help_is_asked_for_on_entry_by_the_route) {
  EXPECT_THAT(Worked(by_route("help")).told(0),
              ElementsAre("team 0 0 10 completed so", "help 15 15 45 completed -",
                          "so 15 15 115 completed out"));
  EXPECT_THAT(Worked(by_route("{help: {share: 100%, delay: 1 week}}")).told(0),
              ElementsAre("team 0 0 10 completed so", "help 22 22 52 completed -",
                          "so 15 15 115 completed out"));
  EXPECT_THAT(Worked(by_route("{help: 0%}")).told(0),
              ElementsAre("team 0 0 10 completed so", "so 15 15 115 completed out"));
}

TEST(RouteHelpTest, help_ends_with_the_stay_to_which_the_route_led) {
  EXPECT_THAT(Worked(by_route("{help: {delay: 90 days}}", ", ends_with_main: true")).told(0),
              ElementsAre("team 0 0 10 completed so", "so 15 15 115 completed out",
                          "help 105 105 115 lapsed -"));
}

/// Who enters by the other route asks for nothing, nor does who waited in vain.
TEST(RouteHelpTest, only_those_ask_who_enter_by_that_route) {
  const Worked run(scenario(R"(
sources:
  first: {arrivals: [2026-08-01], routes: {so: {share: 100%, also: help}}}
  second: {arrivals: [2026-08-02], routes: {so: 100%}}
  third: {arrivals: [2026-08-03], routes: {full: {share: 100%, also: help}}}
arrangements:
  so: {education: full, places: 9, stay: 20 days, routes: {out: 100%}}
  full: {education: full, places: 0, stay: 20 days, waiting: {leaves_after: 4 days, leaves_to: so}, routes: {out: 100%}}
  help: {beside: true, places: 9, stay: 30 days, ends_with_main: true}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("so 0 0 20 completed out", "help 0 0 20 lapsed -"));
  EXPECT_THAT(run.told(1), ElementsAre("so 1 1 21 completed out"));
  EXPECT_THAT(run.told(2), ElementsAre("full 2 - 6 left_list so", "so 6 6 26 completed out"));
}

/// What the node asks for comes first, and nobody asks for what goes on.
TEST(RouteHelpTest, the_node_asks_before_the_route) {
  const auto told = [](const std::string& of_node) {
    return Worked(scenario(fmt::format(R"(
sources:
  school: {{arrivals: [2026-08-01], routes: {{so: {{share: 100%, also: {{help: {{delay: 3 days}}}}}}}}}}
arrangements:
  so: {{education: full, places: 9, stay: 50 days, also: {{help: {}}}, routes: {{out: 100%}}}}
  help: {{beside: true, places: 9, stay: 30 days}}
)",
                                       of_node) +
                           out))
        .told(0);
  };
  EXPECT_THAT(told("100%"), ElementsAre("help 0 0 30 completed -", "so 0 0 50 completed out"));
  EXPECT_THAT(told("0%"), ElementsAre("help 3 3 33 completed -", "so 0 0 50 completed out"));
}

/// A case that the intake sends back asks for help once it is taken up at the target.
TEST(RouteHelpTest, a_desk_and_each_node_of_a_choice_can_be_the_target) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: team}
desks:
  team: {staff: unlimited, takes: 10 days, routes: {intake: {share: 100%, bounce: 100%, also: coach}}}
  intake: {staff: unlimited, takes: 5 days, routes: {either: {share: 100%, also: help}}}
  coach: {beside: true, staff: unlimited, takes: 2 days}
arrangements:
  north: {education: full, places: 0, stay: 20 days, routes: {out: 100%}}
  south: {education: full, places: 1, stay: 20 days, routes: {out: 100%}}
  help: {beside: true, places: 9, stay: 30 days}
choices:
  either: {first_free: [north, south]}
)" + out));
  EXPECT_THAT(run.told(0),
              ElementsAre("team 0 0 10 completed intake", "intake 10 - 10 bounced team",
                          "team 10 10 10 completed intake", "coach 10 10 12 completed -",
                          "intake 10 10 15 completed either", "north 15 - 15 lapsed -",
                          "south 15 15 35 completed out", "help 15 15 35 lapsed -"));
}

TEST(RouteHelpTest, a_divert_leaves_the_help_of_the_route_out) {
  EXPECT_THAT(Worked(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], routes: {so: {share: 100%, also: help}}}
arrangements:
  so: {education: full, places: 9, stay: 20 days, routes: {out: 100%}}
  other: {education: full, places: 9, stay: 20 days, routes: {out: 100%}}
  help: {beside: true, places: 9, stay: 30 days}
interventions:
  plan: {from: 2026-08-01, effects: {away: {divert: 100%, from: "**.routes.so", to: other}}}
)" + out))
                  .told(0),
              ElementsAre("other 0 0 20 completed out"));
}

/// A branch with one target may name the help beside it.
TEST(RouteHelpTest, a_branch_can_name_one_node_and_its_help) {
  const std::string text = R"(
sources:
  school:
    arrivals: [2026-08-01, 2026-08-02]
    age: {uniform: {from: 9 years, to: 10 years}}
    routes: [{if: {age: {from: 12 years}}, to: {out: 100%}}, {to: so, also: {help: {share: 100%, delay: 2 days}}}]
arrangements:
  so: {education: full, places: 9, stay: 20 days, routes: {out: 100%}}
  help: {beside: true, places: 9, stay: 10 days}
)";
  EXPECT_THAT(Worked(scenario(text + out)).told(0),
              ElementsAre("help 2 2 12 completed -", "so 0 0 20 completed out"));
  EXPECT_EQ(worked::load(scenario(text + out), {"sources.school.routes.so.also.help.share=0%"})
                .sources.size(),
            1u);
}

TEST(RouteHelpTest, its_share_and_its_delay_are_parameters) {
  const std::string plan = R"(
interventions:
  plan:
    from: 2026-08-01
    effects:
      less: {change: desks.team.routes.so.also.help, factor: 0}
      later: {change: "**.also.*.delay", add: 3 days}
evidence:
  desks.team.routes.so.also.help.share: {basis: assumed, range: [0%, 100%]}
)";
  EXPECT_THAT(Worked(by_route("help") + plan).told(0),
              ElementsAre("team 0 0 10 completed so", "so 15 15 115 completed out"));
  EXPECT_THAT(Worked(scenario("") + by_route("{help: {delay: 1 day}}").substr(scenario("").size()) +
                     "interventions:\n  plan: {from: 2026-08-01, effects: {later: {change: "
                     "\"**.also.*.delay\", add: 3 days}}}\n")
                  .told(0),
              ElementsAre("team 0 0 10 completed so", "help 19 19 49 completed -",
                          "so 15 15 115 completed out"));
}

/// Of many youths, each has one draw for each visit to the node that the route leaves.
TEST(RouteHelpTest, help_of_which_nobody_asks_for_any_changes_nothing) {
  const auto visits = [](const std::string& also) {
    const Worked run(scenario(fmt::format(R"(
sources:
  school: {{per_year: 150, to: team}}
desks:
  team: {{staff: 3 fte, hours: 1300 hours per year, work: {{exponential: {{mean: 20 hours}}}}, routes: {{so: {{share: 70%, bounce: 20%{}}}, out: rest}}}}
arrangements:
  so: {{education: part, places: 20, stay: {{exponential: {{mean: 80 days}}}}, routes: {{out: 80%, so: rest}}}}
  help: {{beside: true, places: 15, stay: {{exponential: {{mean: 90 days}}}}}}
)",
                                          also) +
                              out));
    std::vector<std::string> own;
    std::size_t helped = 0;
    for (const Visit& visit : run.records().visits)
      if (visit.beside)
        ++helped;
      else
        own.push_back(fmt::format("{} {}", visit.youth, run.told(visit)));
    return std::pair(own, helped);
  };
  const auto [without, none] = visits("");
  const auto [own, helped] = visits(", also: {help: 40%}");
  EXPECT_EQ(none, 0u);
  EXPECT_EQ(visits(", also: {help: 0%}"), std::pair(without, none));
  EXPECT_EQ(own, without);
  EXPECT_GT(helped, 20u);
  EXPECT_LT(helped, 80u);
}

TEST(RouteHelpTest, what_cannot_ask_is_refused_at_its_place) {
  const auto refuses = [](const std::string& routes, const std::string& at,
                          const std::string& what) {
    EXPECT_THAT(
        [&] {
          worked::load(scenario("sources:\n  school: {arrivals: [2026-08-01], routes: " + routes +
                                "}\narrangements:\n  so: {education: full, places: 9, stay: 20 "
                                "days, routes: {out: 100%}}\n  help: {beside: true, places: 9, "
                                "stay: 30 days}\n" +
                                out));
        },
        ThrowsMessage<InputError>(testing::AllOf(HasSubstr(at), HasSubstr(what))));
  };
  refuses("{out: {share: 100%, also: help}}", "yaml:7:64",
          "sources.school.routes.out.also is on a route to an exit");
  refuses("{so: {share: 100%, also: so}}", "yaml:7:69",
          "sources.school.routes.so.also names so, which is not beside");
  refuses("{so: {share: 100%, also: {help: {share: 130%}}}}", "yaml:7:84",
          "also.help.share is 130%");
  refuses("[{to: {so: 100%}, also: help}]", "yaml:7:62", "stands beside a table of routes");
}

}  // namespace
}  // namespace doorstroom
