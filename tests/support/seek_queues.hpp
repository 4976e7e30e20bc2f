#pragma once
/// Searches for capacity on queues whose answer is known from formulas: M/M/c and Erlang-A, as one
/// pool and as sites with a list each, and two queues side by side.

#include <fmt/format.h>

#include <functional>
#include <string>
#include <vector>

#include "results/decisions/seek.hpp"
#include "tests/analytic/queues.hpp"
#include "tests/support/scenario_files.hpp"

namespace doorstroom::seek_queues {

/// A queue, and the share that enters within six weeks by the number of places.
struct Case {
  std::string name;
  std::string scenario;
  std::vector<std::string> vary;
  /// By the places of each knob, of each constraint.
  std::function<double(int)> entered_within_6w;
  int sites = 1;
  int right = 0;  ///< the smallest number of places that meets the target
};

inline std::string queue_text(const std::string& arrangement, double per_year,
                              const std::string& id) {
  return fmt::format(
      "doorstroom: 1\nname: {}\nperiod: {{start: 2026-08-01, years: 20, warm_up: 3 years, "
      "follow_up: 1 year}}\nsources: {{arrivals: {{per_year: {}, to: places}}}}\n"
      "arrangements:\n  places:\n    education: full\n{}    routes: {{served: 100%}}\n"
      "exits: {{served: {{education: full}}, gave_up: {{education: full}}}}\n",
      id, per_year, arrangement);
}

inline Case mmc() {
  constexpr double a_day = 36.525 / days_per_year;
  return {"M/M/c",
          queue_text("    places: 10\n    stay: {exponential: {mean: 80 days}}\n", 36.525, "M/M/c"),
          {"arrangements.places.places=9..24"},
          [](int places) { return queues::ErlangC(a_day, 80, places).entered_within(42); },
          1,
          11};
}

inline Case mmc_sites() {
  constexpr double a_day_each = 36.525 / days_per_year;
  return {"M/M/c at four sites",
          queue_text("    places: 40\n    units: 4\n    stay: {exponential: {mean: 80 days}}\n",
                     4 * 36.525, "M/M/c at four sites"),
          {"arrangements.places.places=36..72:4"},
          [](int places) { return queues::ErlangC(a_day_each, 80, places / 4).entered_within(42); },
          4,
          44};
}

inline Case erlang_a() {
  constexpr double a_day = 36.525 / days_per_year;
  return {"Erlang-A",
          queue_text("    places: 10\n    stay: {exponential: {mean: 110 days}}\n    waiting: "
                     "{leaves_after: {exponential: {mean: 200 days}}, leaves_to: gave_up}\n",
                     36.525, "Erlang-A"),
          {"arrangements.places.places=4..24"},
          [](int places) { return queues::ErlangA(a_day, 110, places, 200).entered_within(42); },
          1,
          12};
}

inline Case erlang_a_sites() {
  Case two = erlang_a();
  constexpr double a_day = 36.525 / days_per_year;
  two.name = "Erlang-A at two sites";
  two.scenario = changed(changed(two.scenario, "places: 10", "places: 20\n    units: 2"),
                         "per_year: 36.525", "per_year: 73.05");
  two.vary = {"arrangements.places.places=8..48:2"};
  two.entered_within_6w = [](int places) {
    return queues::ErlangA(a_day, 110, places / 2, 200).entered_within(42);
  };
  two.sites = 2;
  two.right = 24;
  return two;
}

/// The target lies midway between what the right number gives and what one step less gives; the
/// indifference zone is a third of that step.
inline SeekQuestion question_of(const Case& queue, const ScenarioTree& base) {
  const double meets = queue.entered_within_6w(queue.right);
  const double misses = queue.entered_within_6w(queue.right - queue.sites);
  SeekQuestion question;
  for (const std::string& vary : queue.vary) question.knobs.push_back(Knob::parse(vary, base));
  question.constraints = {Constraint{KpiName::parse("places.entered_within_6w"), true,
                                     (meets + misses) / 2, (meets - misses) / 3}};
  question.minimise = KpiName::parse("cost_euro_per_year");
  question.one_pool = false;
  return question;
}

/// How many of so many seeds lead to the right answer, and to the same as its lower bound.
struct Score {
  int right = 0;
  int right_low = 0;
};

inline Score score_of(const Case& queue, std::uint32_t first_seed, std::uint32_t seeds) {
  const ScenarioFiles files;
  const ScenarioTree base(files.write(queue.scenario), std::vector<std::string>{});
  const SeekQuestion question = question_of(queue, base);
  Score score;
  for (std::uint32_t seed = first_seed; seed < first_seed + seeds; ++seed) {
    Simulations simulations({base}, question.kpis(base.load().scenario),
                            {.seed = seed, .pool = {.jobs = 2}});
    const SeekAnswer answer = seek(question, simulations);
    const Knob& knob = question.knobs.front();
    const auto is_right = [&](const std::optional<std::size_t>& index) {
      return index && knob.value(*index) == queue.right ? 1 : 0;
    };
    score.right += is_right(answer.answer ? std::optional(answer.answer->front()) : std::nullopt);
    score.right_low += is_right(answer.answer_low);
  }
  return score;
}

/// Two queues side by side, of one source each: how many places each, at the least cost, where a
/// place of the second costs more.
inline std::string two_queues() {
  return "doorstroom: 1\nname: two queues\n"
         "period: {start: 2026-08-01, years: 20, warm_up: 3 years, follow_up: 1 year}\n"
         "sources: {one: {per_year: 36.525, to: a}, other: {per_year: 36.525, to: b}}\n"
         "arrangements:\n"
         "  a: {education: full, places: 10, stay: {exponential: {mean: 80 days}}, routes: "
         "{served: 100%}, cost: {per_place: 1000 EUR per year, paid_by: {town: 100%}}}\n"
         "  b: {education: full, places: 10, stay: {exponential: {mean: 60 days}}, routes: "
         "{served: 100%}, cost: {per_place: 3000 EUR per year, paid_by: {town: 100%}}}\n"
         "exits: {served: {education: full}}\n";
}

/// Of so many seeds, how many lead to the right places of two queues that have a target each. It is
/// met from a known number on: 11 of a, 9 of b.
inline int right_of_two(std::uint32_t first_seed, std::uint32_t seeds) {
  ScenarioFiles files;
  const ScenarioTree base{files.write(two_queues()), std::vector<std::string>{}};
  constexpr double a_day = 36.525 / days_per_year;
  const auto target = [&](const std::string& node, double stay, int places) {
    const double meets = queues::ErlangC(a_day, stay, places).entered_within(42);
    const double misses = queues::ErlangC(a_day, stay, places - 1).entered_within(42);
    return Constraint{KpiName::parse(node + ".entered_within_6w"), true, (meets + misses) / 2,
                      (meets - misses) / 3};
  };
  SeekQuestion question;
  question.knobs = {Knob::parse("arrangements.a.places=8..16", base),
                    Knob::parse("arrangements.b.places=6..14", base)};
  question.constraints = {target("a", 80, 11), target("b", 60, 9)};
  question.minimise = KpiName::parse("cost_euro_per_year");
  int right = 0;
  for (std::uint32_t seed = first_seed; seed < first_seed + seeds; ++seed) {
    Simulations simulations({base}, question.kpis(base.load().scenario),
                            {.seed = seed, .pool = {.jobs = 2}});
    right += seek(question, simulations).answer == Combination{3, 3} ? 1 : 0;
  }
  return right;
}

}  // namespace doorstroom::seek_queues
