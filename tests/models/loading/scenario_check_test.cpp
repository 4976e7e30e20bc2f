/// Everybody has somewhere to go, and nobody goes round without time passing.

#include "models/loading/scenario_check.hpp"

#include <gmock/gmock.h>

#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class Check : public testing::Test {
 protected:
  /// A source of youths of 4 to 12 years, half light and half complex, and these nodes.
  std::string of(const std::string& nodes, const std::string& way = "to: a") const {
    return files_.mistakes(
        "doorstroom: 1\nperiod: {start: 2026-08-01, years: 5, follow_up: 0 days}\n"
        "sources:\n  s:\n    per_year: 10\n    age: {uniform: {from: 4 years, to: 12 years}}\n"
        "    severity: {light: 50%, complex: 50%}\n    " +
        way + "\n" + nodes + "exits: {e: {}}\n");
  }
  static std::string stay(const std::string& routes, const std::string& more = "") {
    return "arrangements:\n  a: {education: full, places: 3, stay: 1 week, routes: " + routes +
           more + "}\n";
  }
  ScenarioFiles files_;
};

TEST_F(Check, a_level_that_no_branch_takes_is_stuck) {
  const std::string told = of(stay("[{if: {severity: [light]}, to: {e: 100%}}]"));
  EXPECT_THAT(told, HasSubstr("arrangements.a.routes have no way for a youth of 3 years, complex"));
  EXPECT_EQ(count_mistakes(told), 1) << told;
}

TEST_F(Check, a_level_that_nobody_has_is_no_matter) {
  EXPECT_EQ(of(stay("[{if: {severity: [light, complex]}, to: {e: 100%}}]")), "");
}

TEST_F(Check, an_age_that_nobody_of_the_source_has_is_no_matter) {
  const std::string node = stay("{e: 100%}");
  EXPECT_EQ(of(node, "routes: [{if: {age: {from: 3, to: 12}}, to: {a: 100%}}]"), "");
  EXPECT_THAT(of(node, "routes: [{if: {age: {from: 3, to: 11}}, to: {a: 100%}}]"),
              HasSubstr("a youth of 11 years"));
  EXPECT_THAT(of(node, "routes: [{if: {age: {from: 4, to: 12}}, to: {a: 100%}}]"),
              HasSubstr("a youth of 3 years"))
      << "who is 4 on arrival was 3 on the last 1 August";
}

TEST_F(Check, youths_grow_older_in_the_run) {
  EXPECT_EQ(of(stay("[{if: {age: {to: 18}}, to: {e: 100%}}]")), "");
  EXPECT_THAT(of(stay("[{if: {age: {to: 16}}, to: {e: 100%}}]")), HasSubstr("of 16 years"));
}

TEST_F(Check, who_is_not_admitted_needs_another_way) {
  const std::string node = stay("{e: 100%}", ", admits: {severity: [light]}");
  EXPECT_THAT(of(node), HasSubstr("sources.s.routes have no way for a youth of 3 years, complex"));
  EXPECT_EQ(of(node, "routes: {a: 100%, e: {share: 0%, if: {severity: [complex]}}}").empty(),
            false);
  EXPECT_EQ(of(node, "routes: {a: 90%, e: rest}"), "");
}

TEST_F(Check, a_circle_of_no_time_is_named) {
  const std::string desks =
      "desks:\n  a: {staff: unlimited, takes: 0 days, routes: {b: 100%}}\n"
      "  b: {staff: unlimited, takes: 0 days, routes: {c: rest}}\n"
      "  c: {staff: unlimited, takes: TAKES, routes: {b: SHARE, e: rest}}\n";
  const auto with = [&](const char* takes, const char* share) {
    return of(changed(changed(desks, "TAKES", takes), "SHARE", share));
  };
  EXPECT_THAT(with("0 days", "100%"), HasSubstr("b -> c -> b goes round without time passing"));
  EXPECT_EQ(with("1 day", "100%"), "");
  EXPECT_EQ(with("0 days", "99%"), "");
  EXPECT_EQ(with("0 days", "{share: 100%, delay: 1 day}"), "");
}

TEST_F(Check, a_default_that_takes_time_breaks_a_circle) {
  const std::string desks =
      "defaults: {delay: 1 week}\n"
      "desks:\n  a: {staff: unlimited, takes: 0 days, routes: {a: 100%}}\n";
  EXPECT_EQ(of(desks), "");
}

TEST_F(Check, an_effect_makes_no_inflow_of_nothing) {
  const auto with = [&](const char* per_year) {
    return files_.mistakes(changed(
        "doorstroom: 1\nperiod: {start: 2026-08-01, years: 5, follow_up: 0 days}\n"
        "sources: {s: {per_year: RATE, to: e}}\nexits: {e: {}}\n"
        "interventions: {i: {from: 2026-09-01, effects: {more: {change: sources.s.per_year, "
        "add: 5}}}}\n",
        "RATE", per_year));
  };
  EXPECT_THAT(with("0"), HasSubstr("sources.s.per_year is 0, and an effect changes it"));
  EXPECT_EQ(with("1"), "");
}

TEST_F(Check, who_is_like_the_sources_needs_one) {
  const std::string told = files_.mistakes(
      "doorstroom: 1\nperiod: {start: 2026-08-01, years: 5, follow_up: 0 days}\n" +
      stay("{e: 100%}") + "exits: {e: {}}\ntoday: {a: {occupied: 2, severity: {light: 100%}}}\n");
  EXPECT_THAT(told, HasSubstr("today.a has no age"));
  EXPECT_EQ(count_mistakes(told), 1) << told;
}

TEST_F(Check, what_begins_empty_beside_today_is_warned_of_unless_there_is_a_warm_up) {
  const auto warned = [&](const std::string& warm_up, const std::string& today) {
    std::string text;
    const LoadedScenario loaded = files_.load(
        "doorstroom: 1\nperiod: {start: 2026-08-01, years: 5" + warm_up +
        "}\nsources: {s: {per_year: 10, to: team}}\n"
        "desks: {team: {staff: 1 fte, hours: 1300 hours per year, work: 3 hours, routes: {a: "
        "100%}}}\n" +
        stay("{e: 100%}") + "exits: {e: {}}\n" + today);
    for (const Issue& issue : loaded.warnings) text += issue.problem.in(Language::en);
    return text;
  };
  EXPECT_EQ(warned("", "today: {a: {occupied: 2}}\n"),
            "nobody is at desks.team when the run begins");
  EXPECT_EQ(warned(", warm_up: 1 year", "today: {a: {occupied: 2}}\n"), "");
  EXPECT_EQ(warned("", "today: {a: {occupied: 2}, team: {waiting: 1, waited: 1 week}}\n"), "");
  EXPECT_EQ(warned("", "today: {a: {occupied: 2}, team: {waiting: 1}}\n"),
            "today.team has no waited");
  EXPECT_EQ(warned("", "today: {a: {occupied: 2}}\ninitial: {team: {in_work: 1}}\n"), "");
  EXPECT_EQ(warned("", "initial: {team: {in_work: 1}}\n"),
            "nobody is at arrangements.a when the run begins");
  EXPECT_EQ(warned("", ""), "");
}

}  // namespace
}  // namespace doorstroom
