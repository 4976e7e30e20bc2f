// A queue with patience, against a SimGrid actor for each youth.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/error.hpp"
#include "models/continuum/continuum.hpp"
#include "tests/bench/groups.hpp"
#include "tests/bench/yardsticks/actor_mg8.hpp"

namespace doorstroom::bench {
namespace {

/// As mg8.yaml has it, in thousandths of a day: SimGrid counts no finer than 1e-9 of its unit.
constexpr ActorQueue queue{.arrival_rate = 1,
                           .mean_stay = 8,
                           .cv_stay = 0.8,
                           .mean_patience = 8,
                           .places = 8,
                           .customers = 100'000};

/// Share that gives up, as both sides agree on with a million youths; no formula is known.
constexpr double gives_up = 0.1339;

void expect_share_that_gives_up(double share) {
  if (std::abs(share / gives_up - 1) > 0.05)
    throw RunError(fmt::format("{:.4f} give up instead of {:.4f}", share, gives_up));
}

template <class Rows, class GaveUp>
void check(const Rows& rows, GaveUp gave_up) {
  const auto lost = static_cast<double>(std::count_if(rows.begin(), rows.end(), gave_up));
  expect_share_that_gives_up(lost / static_cast<double>(rows.size()));
}

Taken scenario_mg8() {
  const Scenario scenario = scenario_of("tests/bench/mg8.yaml");
  const ProcessorWatch watch;
  const Records records = simulate(scenario, 0, true);
  const Taken taken{watch.seconds(), static_cast<double>(records.visit_count)};
  check(records.visits, [](const Visit& visit) { return visit.outcome == Outcome::left_list; });
  return taken;
}

Taken actors() {
  const ProcessorWatch watch;
  const std::vector<ActorRow> rows = simulate_actors(queue, 2026);
  const Taken taken{watch.seconds(), static_cast<double>(rows.size())};
  check(rows, [](const ActorRow& row) { return std::isnan(row.entered); });
  return taken;
}

}  // namespace

Group patience() {
  return {.sides = {{"mg8", "customers/s", Figure::rate, warm(scenario_mg8)},
                    {"actor_mg8", "customers/s", Figure::rate, warm(actors)}},
          .rows = {{.id = "mg8",
                    .what = "M/G/8 with patience, 1 M youths, rows kept",
                    .yardstick = "one S4U actor per youth, 100,000 youths",
                    .side = "mg8",
                    .yardstick_side = "actor_mg8",
                    .target = 50,
                    .unit = "x"}}};
}

}  // namespace doorstroom::bench
