#include "models/continuum/legal_clocks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using worked::out;
using worked::scenario;
using worked::Worked;

/// One desk with one worker, to whom an hour is a day, and a bridging place.
std::string board(const std::string& clocks, const std::string& days = "2026-08-01, 2026-08-01",
                  const std::string& work = "10 hours") {
  return scenario(fmt::format(R"(
sources:
  school: {{arrivals: [{}], to: board}}
desks:
  board:
    staff: 1 fte
    hours: 365.25 hours per year
    work: {}
    routes: {{oza: {{share: 100%, delay: 5 days}}}}
arrangements:
  oza: {{education: full, places: unlimited, stay: 30 days, routes: {{out: 100%}}}}
  bridge: {{education: part, places: unlimited, stay: 3 days, routes: {{out: 100%}}}}
clocks:
{})",
                              days, work, clocks) +
                  out);
}

/// "started 2: met 1, breached 1, running 0, void 0, over 8"
std::string clock_text(const ClockRecord& clock) {
  return fmt::format("started {}: met {}, breached {}, running {}, void {}, over {}", clock.started,
                     clock.met, clock.breached, clock.running, clock.voided, clock.over_days);
}
/// Of all years together.
std::string clock_text(const std::vector<ClockRecord>& years) {
  ClockRecord whole;
  for (const ClockRecord& year : years) whole += year;
  return clock_text(whole);
}
std::string clock_text(const Worked& run) {
  return clock_text(run.records().clocks.front());
}

TEST(LegalClocksTest, a_term_runs_from_the_request_to_the_decision) {
  // Decided on days 10 and 20.
  const Worked run(
      board("  duty: {starts: {asks: board}, stops: {decided: board}, within: 12 days}\n"));
  EXPECT_EQ(clock_text(run), "started 2: met 1, breached 1, running 0, void 0, over 8");
}

TEST(LegalClocksTest, what_comes_on_the_last_moment_is_in_time) {
  const Worked run(
      board("  duty: {starts: {asks: board}, stops: {decided: board}, within: 20 days}\n"));
  EXPECT_EQ(clock_text(run), "started 2: met 2, breached 0, running 0, void 0, over 0");
}

TEST(LegalClocksTest, an_entry_starts_and_stops_a_clock) {
  // Work begins on days 0 and 10; oza is entered on days 15 and 25.
  const Worked run(board(
      "  term: {starts: {enters: board}, stops: {enters: [bridge, oza]}, within: 14 days}\n"));
  EXPECT_EQ(clock_text(run), "started 2: met 0, breached 2, running 0, void 0, over 2");
}

TEST(LegalClocksTest, an_exit_can_stop_a_clock_as_a_place_can) {
  // Out on days 45 and 55.
  const Worked run(
      board("  term: {starts: {asks: oza}, stops: {enters: [out]}, within: 30 days}\n"));
  EXPECT_EQ(clock_text(run), "started 2: met 2, breached 0, running 0, void 0, over 0");
}

TEST(LegalClocksTest, who_leaves_the_continuum_makes_a_running_clock_void) {
  const Worked run(
      board("  term: {starts: {asks: board}, stops: {enters: [bridge]}, within: 50 days}\n"));
  EXPECT_EQ(clock_text(run), "started 2: met 0, breached 1, running 0, void 1, over 5");
}

TEST(LegalClocksTest, the_horizon_finds_clocks_running_and_breached) {
  // Asked 30 and 10 days before the horizon.
  const Worked run(
      board("  duty: {starts: {asks: board}, stops: {decided: board}, within: 12 days}\n",
            "2027-07-02, 2027-07-22", "100 hours"));
  EXPECT_EQ(clock_text(run), "started 2: met 0, breached 1, running 1, void 0, over 18");
}

TEST(LegalClocksTest, a_place_that_the_term_led_to_stops_the_clock_late) {
  // Both terms run out on day 12. The second youth then asks at the bridge and enters at once, the
  // first, whose case is in work, too: on day 12 both are settled.
  const Worked run(
      board("  duty: {starts: {asks: board}, stops: {decided: board}, within: 12 days, "
            "then: bridge}\n",
            "2026-08-01, 2026-08-01", "100 hours"));
  EXPECT_EQ(clock_text(run), "started 2: met 0, breached 2, running 0, void 0, over 0");
  EXPECT_THAT(run.records().clocks.front().front().days, ElementsAre(12, 12));
}

TEST(LegalClocksTest, the_place_stops_no_clock_within_the_term) {
  // The bridge is where the youth goes anyway, on day 10: the term of 20 days runs out on day 20,
  // while the youth has left on day 13.
  const Worked run(scenario(R"(
sources: {school: {arrivals: [2026-08-01], to: bridge}}
arrangements:
  bridge: {education: part, places: unlimited, stay: 3 days, routes: {oza: 100%}}
  oza: {education: full, places: unlimited, stay: 30 days, routes: {out: 100%}}
clocks: {duty: {starts: {asks: bridge}, stops: {enters: [out]}, within: 20 days, then: bridge}}
)" + out));
  EXPECT_EQ(clock_text(run), "started 1: met 0, breached 1, running 0, void 0, over 13");
}

TEST(LegalClocksTest, an_extension_and_a_pause_lengthen_the_term) {
  const Worked run(board(R"(
  duty:
    starts: {asks: board}
    stops: {decided: board}
    within: 12 days
    extension: {share: 100%, by: 3 days}
    paused: {share: 100%, for: 4 days}
)"));
  EXPECT_EQ(clock_text(run), "started 2: met 1, breached 1, running 0, void 0, over 1");
}

TEST(LegalClocksTest, a_share_gets_longer_by_draws_that_other_clocks_do_not_move) {
  const std::string one = R"(
  duty:
    starts: {asks: board}
    stops: {enters: [oza]}
    within: 14 days
    extension: {share: 50%, by: 1 day}
)";
  const auto many = [](const std::string& clocks) {
    return scenario(R"(
sources:
  school: {per_year: 2000, to: board}
desks:
  board: {staff: unlimited, takes: 15 days, routes: {oza: 100%}}
arrangements:
  oza: {education: full, places: unlimited, stay: 1 day, routes: {out: 100%}}
  bridge: {education: part, places: unlimited, stay: 3 days, routes: {out: 100%}}
clocks:
)" + clocks + out);
  };
  const Worked alone(many(one));
  const Worked beside(
      many("  first: {starts: {asks: board}, stops: {enters: [bridge]}, within: 1 day}\n" + one));
  const ClockRecord& clock = alone.records().clocks[ClockId{0}].front();
  EXPECT_EQ(clock_text(clock), clock_text(beside.records().clocks[ClockId{1}]));
  EXPECT_NEAR(static_cast<double>(clock.met) / static_cast<double>(clock.met + clock.breached), 0.5,
              0.05);
}

TEST(LegalClocksTest, at_breach_who_has_no_place_asks_where_the_clock_says) {
  const Worked run(board(
      "  duty: {starts: {asks: board}, stops: {decided: board}, within: 12 days, then: bridge}\n"));
  EXPECT_THAT(run.told(0), ElementsAre("board 0 0 10 completed oza", "oza 15 15 45 completed out"));
  EXPECT_THAT(run.told(1),
              ElementsAre("board 0 10 12 left_list bridge", "bridge 12 12 15 completed out"));
  EXPECT_EQ(clock_text(run), "started 2: met 1, breached 1, running 0, void 0, over 0");
}

TEST(LegalClocksTest, at_breach_a_handover_is_broken_off) {
  const Worked run(board(
      "  duty: {starts: {asks: board}, stops: {enters: [oza]}, within: 12 days, then: bridge}\n",
      "2026-08-01"));
  EXPECT_THAT(run.told(0),
              ElementsAre("board 0 0 10 completed oza", "bridge 12 12 15 completed out"));
}

TEST(LegalClocksTest, at_breach_who_is_inside_keeps_the_place) {
  const Worked run(
      board("  term: {starts: {asks: oza}, stops: {enters: [out]}, within: 1 day, then: bridge}\n",
            "2026-08-01"));
  EXPECT_THAT(run.told(0), ElementsAre("board 0 0 10 completed oza", "oza 15 15 45 completed out"));
  EXPECT_EQ(clock_text(run), "started 1: met 0, breached 1, running 0, void 0, over 29");
}

/// Waits at home for an arrangement that others fill for 100 days.
std::string at_home(const std::string& clocks) {
  return scenario(R"(
sources:
  before: {arrivals: [2026-08-01], to: oza}
  school: {arrivals: [2026-08-11], to: oza}
arrangements:
  oza:
    education: full
    places: 1
    stay: 100 days
    waiting: {stays_home_after: 5 days}
    routes: {out: 100%}
clocks:
)" + clocks + out);
}

TEST(LegalClocksTest, absence_that_has_lasted_starts_a_clock_that_attending_stops) {
  // Home from day 15, in school again from day 100: the clock starts on day 45.
  const auto within = [](const std::string& term) {
    return "  back: {starts: {absent: 30 days}, stops: {attends: true}, within: " + term + "}\n";
  };
  EXPECT_EQ(clock_text(Worked(at_home(within("55 days")))),
            "started 1: met 1, breached 0, running 0, void 0, over 0");
  EXPECT_EQ(clock_text(Worked(at_home(within("50 days")))),
            "started 1: met 0, breached 1, running 0, void 0, over 5");
}

TEST(LegalClocksTest, absence_too_short_starts_no_clock) {
  const Worked run(
      at_home("  back: {starts: {absent: 86 days}, stops: {attends: true}, within: 1 day}\n"));
  EXPECT_EQ(clock_text(run), "started 0: met 0, breached 0, running 0, void 0, over 0");
}

TEST(LegalClocksTest, absence_of_no_days_starts_a_clock_at_once) {
  const Worked run(
      at_home("  back: {starts: {absent: 0 days}, stops: {attends: true}, within: 85 days}\n"));
  EXPECT_EQ(clock_text(run), "started 1: met 1, breached 0, running 0, void 0, over 0");
}

TEST(LegalClocksTest, absence_that_begins_while_a_clock_runs_starts_it_after_that) {
  // Absent on days 0-10 and from day 11: starts on day 8, stops on day 17, starts again on day 19.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: home}
arrangements:
  home: {education: none, places: 1, stay: 10 days, routes: {oza: 100%}}
  oza: {education: full, places: 1, stay: 1 day, routes: {clinic: 100%}}
  clinic: {education: none, places: 1, stay: 6 days, routes: {bridge: 100%}}
  bridge: {education: unchanged, places: 1, stay: 20 days, routes: {out: 100%}}
clocks:
  term: {starts: {absent: 8 days}, stops: {enters: [bridge]}, within: 300 days}
)" + out));
  EXPECT_EQ(clock_text(run), "started 2: met 1, breached 0, running 0, void 1, over 0");
}

TEST(LegalClocksTest, absence_in_which_a_youth_left_is_timed_anew_after_the_return) {
  // Here on days 0-10, 110-120, 220-230 and 330-340.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], absent: 100%, to: team}
desks:
  team: {staff: unlimited, takes: 10 days, routes: {out: 100%}}
exits:
  out: {returns: {share: 100%, after: 100 days, to: team}}
clocks:
  back: {starts: {absent: 5 days}, stops: {attends: true}, within: 300 days}
)"));
  EXPECT_EQ(clock_text(run), "started 4: met 0, breached 0, running 0, void 4, over 0");
}

TEST(LegalClocksTest, at_breach_who_is_under_way_there_asks_at_once) {
  const Worked run(
      board("  duty: {starts: {asks: board}, stops: {enters: [oza]}, within: 12 days, then: oza}\n",
            "2026-08-01"));
  EXPECT_THAT(run.told(0), ElementsAre("board 0 0 10 completed oza", "oza 12 12 42 completed out"));
}

TEST(LegalClocksTest, at_breach_who_waits_there_among_other_lists_goes_on_waiting) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: any}
choices:
  any: {first_free: [oza, bridge]}
arrangements:
  oza: {education: full, places: 0, stay: 10 days, routes: {out: 100%}}
  bridge: {education: part, places: 0, stay: 3 days, routes: {out: 100%}}
clocks:
  term: {starts: {asks: oza}, stops: {enters: [oza]}, within: 30 days, then: bridge}
)" + out));
  EXPECT_THAT(run.told(0),
              testing::UnorderedElementsAre("oza 0 - - censored -", "bridge 0 - - censored -"));
}

TEST(LegalClocksTest, who_is_too_old_at_the_last_moment_of_a_term_makes_it_void) {
  const Worked run(scenario(R"(
ages: {leaves_at: 10 years, to: out}
sources:
  school: {arrivals: [2026-08-01], age: 3650.5 days, to: oza}
arrangements:
  oza: {education: full, places: 0, stay: 10 days, routes: {out: 100%}}
clocks:
  term: {starts: {asks: oza}, stops: {enters: [oza]}, within: 2 days}
)" + out));
  EXPECT_EQ(clock_text(run), "started 1: met 0, breached 0, running 0, void 1, over 0");
}

TEST(LegalClocksTest, who_asks_again_is_timed_from_the_first_request) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: board}
desks:
  board:
    staff: unlimited
    takes: 2 days
    routes:
      - {if: {severity: [light]}, to: {bridge: 100%}}
arrangements:
  bridge: {education: part, places: unlimited, stay: 3 days, routes: {board: 100%}}
clocks:
  term: {starts: {asks: board}, stops: {enters: [out]}, within: 300 days}
  each: {starts: {asks: board}, stops: {decided: board}, within: 2 days}
)" + out));
  // Asks every five days, for 365 days.
  EXPECT_EQ(clock_text(run.records().clocks[ClockId{0}]),
            "started 1: met 0, breached 1, running 0, void 0, over 65");
  EXPECT_EQ(clock_text(run.records().clocks[ClockId{1}]),
            "started 73: met 73, breached 0, running 0, void 0, over 0");
}

TEST(LegalClocksTest, a_case_that_a_bounce_sends_back_is_no_new_request) {
  // Decided on day 10, sent back on day 12, decided again on day 14, entered on day 16.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: team}
desks:
  team:
    staff: 1 fte
    hours: 365.25 hours per year
    work: 4 hours
    takes: 10 days
    routes: {oza: {share: 100%, delay: 2 days, bounce: 100%, rework: 50%}}
arrangements:
  oza: {education: part, places: 1, stay: 10 days, routes: {out: 100%}}
clocks:
  first: {starts: {asks: team}, stops: {decided: team}, within: 10 days}
  place: {starts: {asks: oza}, stops: {enters: [oza]}, within: 1 day}
)" + out));
  EXPECT_EQ(clock_text(run.records().clocks[ClockId{0}]),
            "started 1: met 1, breached 0, running 0, void 0, over 0");
  EXPECT_EQ(clock_text(run.records().clocks[ClockId{1}]),
            "started 1: met 1, breached 0, running 0, void 0, over 0");
}

TEST(LegalClocksTest, who_waits_today_is_timed_from_asking_but_counts_only_after_the_start) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], to: oza}
arrangements:
  oza: {education: full, places: 0, stay: 10 days, routes: {out: 100%}}
  bridge: {education: part, places: unlimited, stay: 3 days, routes: {out: 100%}}
today:
  oza: {waiting: 2, waited: {empirical: {values: [20 days, 20 days]}}, absent: 0%}
clocks:
  term: {starts: {asks: oza}, stops: {enters: [oza]}, within: 30 days, then: bridge}
)" + out));
  EXPECT_THAT(run.told(0),
              ElementsAre("oza -20 - 10 left_list bridge", "bridge 10 10 13 completed out"));
  EXPECT_EQ(clock_text(run), "started 1: met 0, breached 1, running 0, void 0, over 0");
}

TEST(LegalClocksTest, of_terms_that_end_at_one_moment_who_asked_first_by_then_comes_first) {
  // Both terms end on day 15. The case of the first youth was sent back on day 11 and asked for
  // again; the second youth has asked on day 1.
  const Worked run(scenario(R"(
sources:
  first: {arrivals: [2026-08-01], absent: 100%, to: team}
  second: {arrivals: [2026-08-01], absent: 100%, routes: {board: {share: 100%, delay: 1 day}}}
desks:
  team:
    staff: 1 fte
    hours: 365.25 hours per year
    work: 10 hours
    routes: {oza: {share: 100%, delay: 1 day, bounce: 100%, rework: 100%}}
  board: {staff: unlimited, takes: 100 days, routes: {out: 100%}}
arrangements:
  oza: {education: full, places: 1, stay: 100 days, routes: {out: 100%}}
  meanwhile: {education: part, places: 1, stay: 50 days, routes: {out: 100%}}
clocks:
  term: {starts: {absent: 0 days}, stops: {attends: true}, within: 15 days, then: meanwhile}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 10 completed oza", "oza 11 - 11 bounced team",
                                       "team 11 11 15 left_list meanwhile",
                                       "meanwhile 15 65 115 completed out"));
  EXPECT_THAT(run.told(1),
              ElementsAre("board 1 1 15 left_list meanwhile", "meanwhile 15 15 65 completed out"));
}

}  // namespace
}  // namespace doorstroom
