// One replication in memory: M/M/1, Holland Rijnland, and the part of SimGrid.

#include <fmt/format.h>

#include <cmath>

#include "engine/error.hpp"
#include "models/continuum/continuum.hpp"
#include "tests/analytic/queues.hpp"
#include "tests/bench/groups.hpp"
#include "tests/bench/yardsticks/bare_mm1.hpp"

namespace doorstroom::bench {
namespace {

/// As mm1.yaml has it: a day, days.
constexpr double arrival_rate = 1000;
constexpr double mean_stay = 0.0009;
constexpr std::uint64_t customers = 4'000'000;
/// Of Holland Rijnland, one after another: one takes a fraction of a second.
constexpr std::uint32_t replications = 4;

Scenario holland_rijnland() {
  return scenario_of("scenarios/holland-rijnland.yaml");
}

/// Both sides must be the queue that they claim to be.
void expect_mean_wait(double waited) {
  const double expected = queues::ErlangC(arrival_rate, mean_stay, 1).mean_wait();
  if (std::abs(waited / expected - 1) > 0.1)
    throw RunError(fmt::format("a mean wait of {} days instead of {}", waited, expected));
}

double mean_wait(const Records& records) {
  double waited = 0;
  for (const Visit& visit : records.visits)
    if (visit.entered != never) waited += (visit.entered - visit.asked).count;
  return waited / static_cast<double>(records.visit_count);
}

Taken scenario_mm1() {
  const Scenario scenario = scenario_of("tests/bench/mm1.yaml");
  const ProcessorWatch watch;
  const Records records = simulate(scenario, 0, true);
  const Taken taken{watch.seconds(), static_cast<double>(records.visit_count)};
  expect_mean_wait(mean_wait(records));
  return taken;
}

Taken bare() {
  const ProcessorWatch watch;
  const double waited = bare_mm1(arrival_rate, mean_stay, customers, 2026);
  const Taken taken{watch.seconds(), static_cast<double>(customers)};
  expect_mean_wait(waited);
  return taken;
}

Taken region() {
  const Scenario scenario = holland_rijnland();
  Taken all{0, 0};
  for (std::uint32_t replication = 0; replication < replications; ++replication) {
    const ProcessorWatch watch;
    const Records records = simulate(scenario, replication, true);
    all.seconds += watch.seconds();
    all.amount += static_cast<double>(records.visit_count);
  }
  return all;
}

/// SimGrid's part of the same, as the clock itself counts it.
Taken region_in_simgrid() {
  const Scenario scenario = holland_rijnland();
  double seconds = 0;
  for (std::uint32_t replication = 0; replication < replications; ++replication)
    seconds += simulate_measured(scenario, replication, true).usage.simgrid_seconds;
  return {seconds, replications};
}

/// Seconds of one.
Taken region_time() {
  return {region().seconds, replications};
}

}  // namespace

Group replication() {
  return {.sides = {{"mm1", "customers/s", Figure::rate, warm(scenario_mm1)},
                    {"bare_mm1", "customers/s", Figure::rate, warm(bare)},
                    {"region", "visits/s", Figure::rate, warm(region)},
                    {"region_time", "s", Figure::cost, warm(region_time)},
                    {"simgrid_time", "s", Figure::cost, warm(region_in_simgrid)}},
          .rows = {{.id = "mm1",
                    .what = "M/M/1 as a scenario, 4 M youths, rows kept",
                    .yardstick = "bare std::priority_queue loop",
                    .side = "mm1",
                    .yardstick_side = "bare_mm1",
                    .target = 0.5,
                    .unit = "x"},
                   {.id = "region",
                    .what = "Holland Rijnland, 10 years, visits/s",
                    .yardstick = "M/M/1 as a scenario, visits/s",
                    .side = "region",
                    .yardstick_side = "mm1",
                    .target = 0.3,
                    .unit = "x"},
                   {.id = "simgrid",
                    .what = "SimGrid's part of a replication",
                    .yardstick = "a replication of Holland Rijnland",
                    .side = "simgrid_time",
                    .yardstick_side = "region_time",
                    .at_least = false,
                    .target = 3,
                    .unit = "%",
                    .scale = 100}}};
}

}  // namespace doorstroom::bench
