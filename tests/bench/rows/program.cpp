// The program as people run it: a study, workers, and how soon it begins.

#include <fmt/format.h>

#include <cmath>

#include "results/stats/intervals.hpp"
#include "tests/app/program.hpp"
#include "tests/bench/groups.hpp"
#include "tests/bench/process.hpp"

namespace doorstroom::bench {
namespace {

using testing::holland_rijnland;
using testing::procesregisseur;
using testing::Scratch;

/// A scenario and one laid over it, each with its file.
Taken study() {
  const Scratch folder;
  const Words more{"--replications", "100", "--jobs", "2"};
  return {seconds_of(run_of(holland_rijnland, folder / "base.h5", more)) +
          seconds_of(run_of(procesregisseur, folder / "overlay.h5", more))};
}

double with_workers(int workers, int replications) {
  const Scratch folder;
  return seconds_of(
      run_of(holland_rijnland, folder / "out.h5",
             {"--replications", std::to_string(replications), "--jobs", std::to_string(workers)}));
}

/// So many replications that one worker takes ten seconds, and a little more.
int ten_seconds_of_replications() {
  constexpr int few = 5, more = 25;
  const double each = (with_workers(1, more) - with_workers(1, few)) / (more - few);
  return static_cast<int>(std::ceil(11 / each));
}

/// The middle one of many starts.
Taken middle_of_starts(const Words& words, int code) {
  constexpr int starts = 20;
  std::vector<double> seconds;
  for (int i = 0; i < starts; ++i) seconds.push_back(seconds_of(words, code));
  return {quantile(sorted_numbers(seconds), 0.5)};
}

/// A run that ends at its first event, since the youth whom it happens to never stops moving: all
/// that is left is how soon it comes, 10,000 moves (a few milliseconds), and to say so.
Taken first_event() {
  const Scratch folder;
  const std::string ring = folder.write(
      "ring.yaml",
      "doorstroom: 1\nname: A youth who goes round\nreplications: 1\nseed: 1\n"
      "period: {start: 2026-08-01, years: 1}\n"
      "sources: {first: {arrivals: [2026-08-01], to: ring}}\n"
      "arrangements: {ring: {education: full, places: unlimited, routes: {ring: 100%},\n"
      "  stay: {uniform: {from: 0 days, to: 0.0000001 days}}}}\n"
      "exits: {home: {education: full}}\n");
  constexpr int run_failed = 1;
  return middle_of_starts(run_of(ring, folder / "ring.h5", {"--jobs", "1"}), run_failed);
}

Taken libraries_alone() {
  return middle_of_starts({DOORSTROOM_EMPTY_PROGRAM}, 0);
}

}  // namespace

Group whole_study() {
  return {.sides = {{"study", "s", Figure::cost, study}},
          .rows = {{.id = "study",
                    .what = "Holland Rijnland, 100 replications + overlay",
                    .side = "study",
                    .at_least = false,
                    .target = 15,
                    .unit = "s"}}};
}

Group workers() {
  const auto side = [](int count) {
    return [count] {
      static const int replications = ten_seconds_of_replications();
      return Taken{with_workers(count, replications), static_cast<double>(replications)};
    };
  };
  return {.sides = {{"two_workers", "replications/s", Figure::rate, side(2)},
                    {"one_worker", "replications/s", Figure::rate, side(1)}},
          .rows = {{.id = "workers",
                    .what = "replications/s on 2 workers",
                    .yardstick = "on 1 worker, at least 10 s",
                    .side = "two_workers",
                    .yardstick_side = "one_worker",
                    .target = 1.9,
                    .unit = "x"}}};
}

Group start() {
  return {.sides = {{"first_event", "s", Figure::cost, first_event},
                    {"empty_program", "s", Figure::cost, libraries_alone}},
          .rows = {{.id = "start",
                    .what = "from start to first event",
                    .yardstick = "an empty program with the same libraries",
                    .side = "first_event",
                    .yardstick_side = "empty_program",
                    .against = Against::difference,
                    .at_least = false,
                    .target = 15,
                    .unit = "ms",
                    .scale = 1000}}};
}

}  // namespace doorstroom::bench
