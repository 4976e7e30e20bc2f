/// Help beside the way of a youth: who asks for it, how it goes on, what it changes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using worked::out;
using worked::scenario;
using worked::Worked;

/// A youth is at school `so` for 100 days, and asks there for help for 30 days that has one place.
std::string with_help(const std::string& also, const std::string& more = "",
                      const std::string& arrivals = "[2026-08-01]") {
  return scenario(fmt::format(R"(
sources:
  school: {{arrivals: {}, to: so}}
arrangements:
  so: {{education: full, places: 9, stay: 100 days, also: {}, routes: {{out: 100%}}}}
  help: {{beside: true, places: 1, stay: 30 days{}, cost: {{per_stay: 500 EUR}}}}
)",
                              arrivals, also, more) +
                  out);
}

TEST(BesideTest, help_goes_on_while_the_youths_own_way_goes_on) {
  const Worked run(with_help("help"));
  EXPECT_THAT(run.told(0), ElementsAre("help 0 0 30 completed -", "so 0 0 100 completed out"));
  EXPECT_TRUE(run.of(0).at(0).beside);
  EXPECT_FALSE(run.of(0).at(1).beside);
  EXPECT_EQ(run.records().exited, 1u);
}

TEST(BesideTest, help_has_a_list_and_is_asked_for_after_the_delay) {
  const Worked run(
      with_help("{help: {share: 100%, delay: 2 weeks}}", "", "[2026-08-01, 2026-08-02]"));
  EXPECT_THAT(run.told(0), ElementsAre("help 14 14 44 completed -", "so 0 0 100 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("help 15 44 74 completed -", "so 1 1 101 completed out"));
  const NodeRecord& help = run.records().nodes[run.node("help")];
  EXPECT_EQ(help.entered, 2u);
  EXPECT_EQ(help.left, 2u);
  EXPECT_EQ(help.waits.at(0).size(), 2u);
}

TEST(BesideTest, nobody_asks_whose_share_is_none) {
  const Worked run(with_help("{help: 0%}"));
  EXPECT_THAT(run.told(0), ElementsAre("so 0 0 100 completed out"));
}

TEST(BesideTest, help_goes_on_after_the_node_that_asked_unless_it_ends_with_it) {
  const std::string later = R"(
sources:
  school: {arrivals: [2026-08-01], to: so}
arrangements:
  so: {education: full, places: 9, stay: 10 days, also: [HELP], routes: {oza: 100%}}
  oza: {education: full, places: 9, stay: 50 days, routes: {out: 100%}}
  help: {beside: true, places: 1, stay: 30 days[END]}
)";
  const auto told = [&](const std::string& end, const std::string& also) {
    std::string text = later;
    text.replace(text.find("[HELP]"), 6, also);
    text.replace(text.find("[END]"), 5, end);
    return Worked(scenario(text + out)).told(0);
  };
  EXPECT_THAT(told("", "help"), ElementsAre("so 0 0 10 completed oza", "help 0 0 30 completed -",
                                            "oza 10 10 60 completed out"));
  EXPECT_THAT(
      told(", ends_with_main: true", "help"),
      ElementsAre("so 0 0 10 completed oza", "help 0 0 10 lapsed -", "oza 10 10 60 completed out"));
  // It never comes to a request.
  EXPECT_THAT(told(", ends_with_main: true", "{help: {delay: 11 days}}"),
              ElementsAre("so 0 0 10 completed oza", "oza 10 10 60 completed out"));
}

TEST(BesideTest, leaving_the_continuum_ends_help_but_not_work_that_has_begun) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: so}
desks:
  coach: {beside: true, staff: unlimited, takes: 80 days}
arrangements:
  so: {education: full, places: 9, stay: 20 days, also: {help: 100%, coach: 100%}, routes: {out: 100%}}
  help: {beside: true, places: 1, stay: 30 days}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("so 0 0 20 completed out", "help 0 0 20 lapsed -",
                                       "coach 0 0 80 completed -"));
  EXPECT_EQ(run.records().present_at_end, 0u);
}

TEST(BesideTest, a_source_and_a_desk_ask_too_and_nobody_asks_twice_for_what_goes_on) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], also: help, to: team}
desks:
  team: {staff: unlimited, takes: 10 days, also: help, routes: {out: 100%}}
arrangements:
  help: {beside: true, places: 1, stay: 5 days}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("help 0 0 5 completed -", "team 0 0 10 completed out"));
  const Worked later(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], also: help, routes: {team: {share: 100%, delay: 7 days}}}
desks:
  team: {staff: unlimited, takes: 10 days, also: help, routes: {out: 100%}}
arrangements:
  help: {beside: true, places: 1, stay: 5 days}
)" + out));
  EXPECT_THAT(later.told(0), ElementsAre("help 0 0 5 completed -", "help 7 7 12 completed -",
                                         "team 7 7 17 completed out"));
}

TEST(BesideTest, who_loses_patience_or_is_not_admitted_gets_no_help_and_goes_on) {
  const auto told = [](const std::string& rules) {
    return Worked(with_help("help", rules, "[2026-08-01, 2026-08-01]")).told(1);
  };
  EXPECT_THAT(told(", waiting: {leaves_after: 10 days}"),
              ElementsAre("help 0 - 10 left_list -", "so 0 0 100 completed out"));
  EXPECT_THAT(told(", admits: {age: {from: 12 years}}"),
              ElementsAre("help 0 - 0 refused -", "so 0 0 100 completed out"));
}

/// A youth who waits at school for oza, which has no places until day 300, is helped from the
/// beginning for so many days.
std::string waits_with_help(const std::string& stay, const std::string& helps,
                            const std::string& waiting) {
  return scenario(fmt::format(R"(
severities: [light, complex]
sources:
  school: {{arrivals: [2026-08-01], also: help, to: oza}}
arrangements:
  oza:
    education: full
    places: [{{from: 2026-08-01, count: 0}}, {{from: 2027-05-28, count: 1}}]
    stay: 10 days
    waiting: {}
    routes: {{out: 100%}}
  help: {{beside: true, places: 1, stay: {}, helps: {}}}
)",
                              waiting, stay, helps) +
                  out);
}

TEST(BesideTest, patience_and_stays_that_are_drawn_meanwhile_are_scaled) {
  const auto told = [](const std::string& helps) {
    return Worked(waits_with_help(
                      "301 days", helps,
                      "{stays_home_after: 40 days, leaves_after: 400 days, leaves_to: gone}"))
        .of(0)
        .at(1);
  };
  const Visit plain = told("{}");
  EXPECT_EQ(plain.absent_days, 260);
  EXPECT_EQ(plain.left, Instant::at_day(310));
  // Help begins in the instant of asking, before the wait does.
  const Visit helped = told("{patience: 2, stay: 0.5}");
  EXPECT_EQ(helped.absent_days, 220);
  EXPECT_EQ(helped.left, Instant::at_day(305));
}

TEST(BesideTest, worsening_takes_longer_only_while_help_goes_on) {
  const auto step = [](const std::string& stay, const std::string& worsens) {
    const Worked run(
        waits_with_help(stay, "{worsens: " + worsens + "}", "{worsens: 60% per month}"));
    for (const Visit& visit : run.of(0))
      if (visit.node == run.node("oza")) return visit.severity == SeverityId{1};
    return false;
  };
  EXPECT_TRUE(step("250 days", "1"));
  EXPECT_FALSE(step("350 days", "0"));
  EXPECT_TRUE(step("1 day", "0"));
}

TEST(BesideTest, routes_ask_for_help_that_goes_on_or_was_had) {
  const auto told = [](const std::string& condition, const std::string& stay) {
    const Worked run(scenario(fmt::format(R"(
sources:
  school: {{arrivals: [2026-08-01], to: so}}
arrangements:
  so:
    education: full
    places: 9
    stay: 50 days
    also: help
    routes: [{{if: {}, to: {{out: 100%}}}}, {{to: {{gone: 100%}}}}]
  help: {{beside: true, places: 1, stay: {}}}
)",
                                          condition, stay) +
                              out));
    return run.scenario().nodes[run.records().youths.at(0).exit].id;
  };
  EXPECT_EQ(told("{beside: [help]}", "60 days"), "out");
  EXPECT_EQ(told("{beside: [help]}", "40 days"), "gone");
  // The youth's own way comes first where both end at one moment.
  EXPECT_EQ(told("{beside: [help]}", "50 days"), "out");
  EXPECT_EQ(told("{had: [help], within: 2 weeks}", "40 days"), "out");
  EXPECT_EQ(told("{had: [help], within: 1 week}", "40 days"), "gone");
  EXPECT_EQ(told("{had: [help], within: 1 week}", "60 days"), "out");
}

/// Two youths stay at their own school, which asks for help for 50 days that has one place, and
/// looks again each 30 days: who has it goes on, who had it is done, who still waits goes to
/// `waiting`.
std::string school_that_looks_again(const std::string& waiting) {
  return scenario(fmt::format(R"(
sources:
  signal: {{arrivals: [2026-08-01, 2026-08-01], to: own}}
arrangements:
  own:
    education: full
    places: 9
    stay: 30 days
    also: help
    routes:
      - {{if: {{beside: [help]}}, to: {{own: 100%}}}}
      - {{if: {{had: [help], within: 30 days}}, to: {{out: 100%}}}}
      - {{to: {{{}: 100%}}}}
  home: {{education: none, places: 9, stay: 90 days, routes: {{out: 100%}}}}
  help: {{beside: true, places: 1, stay: 50 days}}
)",
                              waiting) +
                  out);
}

TEST(BesideTest, a_school_keeps_youths_until_the_help_that_it_asked_for_is_over) {
  const Worked run(school_that_looks_again("own"));
  EXPECT_THAT(run.told(0), ElementsAre("own 0 0 30 completed own", "help 0 0 50 completed -",
                                       "own 30 30 60 completed out"));
  // No second request while the first is on the list, and help that goes on when school looks
  // again.
  EXPECT_THAT(run.told(1), ElementsAre("own 0 0 30 completed own", "own 30 30 60 completed own",
                                       "own 60 60 90 completed own", "help 0 50 100 completed -",
                                       "own 90 90 120 completed out"));
}

TEST(BesideTest, who_still_waits_for_help_may_go_home_and_keeps_the_request) {
  const Worked run(school_that_looks_again("home"));
  EXPECT_THAT(run.told(0), ElementsAre("own 0 0 30 completed own", "help 0 0 50 completed -",
                                       "own 30 30 60 completed out"));
  EXPECT_THAT(run.told(1), ElementsAre("own 0 0 30 completed home", "help 0 50 100 completed -",
                                       "home 30 30 120 completed out"));
}

TEST(BesideTest, a_clock_that_names_the_help_hears_of_it) {
  const Worked run(
      with_help("{help: {delay: 5 days}}", "", "[2026-08-01, 2026-08-02]") +
      "clocks: {offer: {starts: {asks: help}, stops: {enters: [help]}, within: 4 weeks}}\n");
  ClockRecord offer;
  for (const ClockRecord& year : run.records().clocks.at(ClockId{0})) offer += year;
  EXPECT_EQ(offer.started, 2u);
  EXPECT_EQ(offer.met, 1u);
  EXPECT_EQ(offer.breached, 1u);
}

TEST(BesideTest, figures_of_placement_and_care_see_the_own_way_only) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], also: help, routes: {oza: {share: 100%, delay: 20 days}}}
arrangements:
  oza: {education: full, places: 9, stay: 50 days, routes: {out: 100%}}
  help: {beside: true, leads: care, places: 1, stay: 60 days}
)" + out));
  const YearRecord& year = run.records().years.at(0);
  EXPECT_THAT(year.placement_days, ElementsAre(20.0));
  EXPECT_EQ(year.full_youth_care, 0u);
  EXPECT_TRUE(year.care_to_education_days.empty());
}

TEST(BesideTest, absence_opens_no_case_where_help_goes_on_and_a_case_may_be_beside) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], absent: 100%, to: oza}
desks:
  rbl: {beside: true, staff: 1 fte, hours: 365.25 hours per year, work: 10 hours}
arrangements:
  oza: {education: full, places: [{from: 2026-08-01, count: 0}, {from: 2026-11-09, count: 1}], stay: 10 days, routes: {out: 100%}}
absence: {case: {desk: rbl, after: 4 weeks, back_to_school: 100%}}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("rbl 28 28 38 completed -", "oza 0 100 110 completed out"));
  EXPECT_TRUE(run.of(0).at(0).back_at_school);
}

/// Help of which nobody asks for any, or that changes nothing, leaves each youth's own way as it
/// is.
TEST(BesideTest, help_that_helps_nothing_changes_nothing_of_the_youths_own_way) {
  const auto own_way = [](const std::string& share, const std::string& helps) {
    const Worked run(scenario(fmt::format(R"(
severities: [light, middle, complex]
sources:
  school: {{per_year: 200, age: {{uniform: {{from: 5 years, to: 16 years}}}}, also: {{help: {0}}}, to: team}}
desks:
  team: {{staff: 3 fte, hours: 1300 hours per year, work: {{exponential: {{mean: 20 hours}}}}, routes: {{oza: 70%, out: rest}}}}
arrangements:
  oza:
    education: part
    places: 20
    stay: {{exponential: {{mean: 80 days}}}}
    order: severity
    waiting: {{at_home: 20%, stays_home_after: {{exponential: {{mean: 60 days}}}}, worsens: 10% per month}}
    also: {{help: {{share: {0}, delay: 1 week}}}}
    routes: {{out: 80%, oza: rest}}
  help: {{beside: true, places: 15, stay: {{exponential: {{mean: 90 days}}}}, helps: {1}}}
absence: {{back_to_school: 10% per month}}
)",
                                          share, helps) +
                              out));
    std::vector<std::string> own;
    for (const Visit& visit : run.records().visits)
      if (!visit.beside)
        own.push_back(fmt::format("{} {} {}", visit.youth, run.told(visit), visit.absent_days));
    return own;
  };
  const std::vector<std::string> without = own_way("0%", "{}");
  EXPECT_GT(without.size(), 300u);
  EXPECT_EQ(own_way("60%", "{worsens: 1, patience: 1, stay: 1}"), without);
  EXPECT_NE(own_way("60%", "{worsens: 0.5, patience: 1.5, stay: 0.9}"), without);
}

TEST(BesideTest, a_path_that_names_what_waits_everywhere_leaves_help_out) {
  const Scenario set = worked::load(with_help("help"),
                                    {"**.waiting.worsens=3% per month", "**.waiting.at_home=10%"});
  const auto waiting = [&](const char* id) {
    return set.nodes[set.nodes.find(std::string(id), &Node::id)].waiting;
  };
  EXPECT_GT(waiting("so").worsens.value, 0);
  EXPECT_EQ(waiting("so").at_home.value, 0.1);
  EXPECT_EQ(waiting("help").worsens.value, 0);
  EXPECT_EQ(waiting("help").at_home.value, 0);
}

}  // namespace
}  // namespace doorstroom
