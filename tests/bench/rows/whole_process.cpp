// Whole processes of the program: what starting, tables and files cost beside simulating.

#include <fmt/format.h>

#include "tests/app/program.hpp"
#include "tests/bench/groups.hpp"
#include "tests/bench/process.hpp"
#include "tests/bench/yardsticks/bare_mm1.hpp"

namespace doorstroom::bench {
namespace {

using testing::Scratch;

/// Those of mm1.yaml in three years, at the same load.
constexpr double arrival_rate = 1000;
constexpr double mean_stay = 0.0009;
constexpr std::uint64_t customers = 1'096'000;

/// In processor time of the program and its worker.
Taken mm1_run(const Words& more) {
  const Scratch folder;
  Words words = run_of(DOORSTROOM_SOURCE_DIR "/tests/bench/mm1.yaml", folder / "mm1.h5",
                       {"--jobs", "1", "--set", "period.years=3"});
  words.insert(words.end(), more.begin(), more.end());
  return {processor_seconds_of(words), static_cast<double>(customers)};
}

Taken bare_loop() {
  const ProcessorWatch watch;
  bare_mm1(arrival_rate, mean_stay, customers, 2026);
  return {watch.seconds(), static_cast<double>(customers)};
}

/// A queue of half a youth a day, in each replication anew.
Taken many_small() {
  constexpr int replications = 1000;
  const Scratch folder;
  const std::string queue =
      folder.write("small.yaml",
                   "doorstroom: 1\nname: A small queue\nreplications: 1\nseed: 1\n"
                   "period: {start: 2026-08-01, years: 1}\n"
                   "sources: {arrivals: {per_year: 180, to: server}}\n"
                   "arrangements: {server: {education: full, places: 1, routes: {served: 100%},\n"
                   "  stay: {exponential: {mean: 1.6 days}}}}\n"
                   "exits: {served: {education: full}}\n");
  return {processor_seconds_of(run_of(
              queue, folder / "small.h5",
              {"--jobs", "1", "--visits", "0", "--replications", std::to_string(replications)})),
          replications};
}

}  // namespace

Group whole_process() {
  return {.sides = {{"mm1_run", "customers/s", Figure::rate,
                     [] {
                       return mm1_run({"--visits", "0"});
                     }},
                    {"bare_loop", "customers/s", Figure::rate, fresh(bare_loop)},
                    {"mm1_run_visits", "million customers/s", Figure::rate,
                     [] {
                       const Taken taken = mm1_run({"--visits", "1"});
                       return Taken{taken.seconds, taken.amount / 1e6};
                     }},
                    {"small", "s", Figure::cost, many_small}},
          .rows = {{.id = "mm1_run",
                    .what = "run of M/M/1, 1.1 M customers, processor time",
                    .yardstick = "bare std::priority_queue loop",
                    .side = "mm1_run",
                    .yardstick_side = "bare_loop",
                    .target = 0.15,
                    .unit = "x"},
                   {.id = "mm1_run_visits",
                    .what = "the same with its visits, processor time",
                    .side = "mm1_run_visits",
                    .target = 0.9,
                    .unit = "M/s"},
                   {.id = "small",
                    .what = "one of 1,000 replications of 180 youths",
                    .side = "small",
                    .at_least = false,
                    .target = 0.2,
                    .unit = "ms",
                    .scale = 1000}}};
}

}  // namespace doorstroom::bench
