#include "tests/bench/rounds.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "engine/error.hpp"

namespace doorstroom::bench {
namespace {

constexpr const char* counter = "figure";

benchmark::Counter counted(const Side& side, double amount) {
  using benchmark::Counter;
  switch (side.figure) {
    case Figure::rate:
      return {amount, Counter::kIsRate};
    case Figure::cost:
      return {amount, static_cast<Counter::Flags>(Counter::kIsRate | Counter::kInvert)};
    case Figure::amount:
      break;
  }
  return {amount};
}

void register_side(const Side& side) {
  const auto measure = [side](benchmark::State& state) {
    Taken taken;
    for (auto _ : state) {
      try {
        taken = side.work();
      } catch (const std::exception& error) {
        state.SkipWithError(error.what());
        break;
      }
      state.SetIterationTime(taken.seconds);
    }
    state.counters[counter] = counted(side, taken.amount);
  };
  benchmark::RegisterBenchmark(side.id.c_str(), measure)->Iterations(1)->UseManualTime();
}

/// Keeps the figure of each side that was run, and says it at once.
class Keeper : public benchmark::BenchmarkReporter {
 public:
  explicit Keeper(Figures& figures) : figures_(figures) {}

  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.error_occurred) throw RunError(run.run_name.function_name + ": " + run.error_message);
      figures_[run.run_name.function_name].push_back(run.counters.at(counter));
    }
  }

 private:
  Figures& figures_;
};

bool is_needed(const Side& side, const Group& group) {
  return std::ranges::any_of(group.rows, [&](const Row& row) {
    return row.side == side.id || row.yardstick_side == side.id;
  });
}

}  // namespace

Figures take_rounds(const Group& group, int rounds) {
  benchmark::ClearRegisteredBenchmarks();
  for (const Side& side : group.sides) register_side(side);
  Figures figures;
  Keeper keeper(figures);
  for (int round = 0; round < rounds; ++round)
    for (const Side& side : group.sides) {
      if (!is_needed(side, group) || round >= side.rounds) continue;
      benchmark::RunSpecifiedBenchmarks(&keeper, "^" + side.id + "/");
      fmt::print(stderr, "  round {}  {:<22} {:>12.5g} {}\n", round + 1, side.id,
                 figures.at(side.id).back(), side.unit);
    }
  return figures;
}

std::vector<double> compared(const Row& row, const Figures& figures) {
  std::vector<double> values = figures.at(row.side);
  for (std::size_t round = 0; round < values.size(); ++round) {
    if (!row.yardstick_side.empty()) {
      const double yardstick = figures.at(row.yardstick_side).at(round);
      values[round] =
          row.against == Against::ratio ? values[round] / yardstick : values[round] - yardstick;
    }
    values[round] *= row.scale;
  }
  return values;
}

}  // namespace doorstroom::bench
