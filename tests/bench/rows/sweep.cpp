// A sweep: what its tasks cost beyond their simulation, and putting many of them together.

#include <sys/resource.h>

#include <filesystem>
#include <vector>

#include "models/continuum/continuum.hpp"
#include "results/sweep/sweep_result.hpp"
#include "results/sweep/task_file.hpp"
#include "results/sweep/task_runner.hpp"
#include "tests/app/program.hpp"
#include "tests/bench/groups.hpp"
#include "tests/bench/sweeps.hpp"

namespace doorstroom::bench {
namespace {

using testing::Scratch;

/// One replication each, so that every task has a scenario of its own to make.
constexpr std::uint32_t tasks = 100;
constexpr std::uint32_t points_to_merge = 10'000;
constexpr std::uint32_t replications_to_merge = 20;

ScenarioTree base_of(const Manifest& manifest) {
  return {manifest.base_name, manifest.base};
}

/// Every task's scenario, made one after another. @param seconds  that making them took
std::vector<Scenario> scenarios_of(const Manifest& manifest, double& seconds) {
  const ScenarioTree base = base_of(manifest);
  std::vector<Scenario> scenarios;
  const Stopwatch watch;
  for (const SweepPoint& point : manifest.points)
    scenarios.push_back(base.with(manifest.sets_of(point)).scenario);
  seconds = watch.seconds();
  return scenarios;
}

/// All tasks by one worker, as `doorstroom sweep --jobs 1` does them.
Taken tasks_done() {
  const Scratch scratch;
  const Manifest manifest = sweep_over_places(scratch, testing::minimal, tasks, 1);
  const SweepFolder folder((scratch / "sweep").string());
  folder.add(manifest);
  const Stopwatch watch;
  run_tasks(folder, manifest, manifest.tasks(), {});
  return {watch.seconds(), tasks};
}

/// The same replications and nothing else.
Taken simulated_alone() {
  const Scratch scratch;
  double ignored = 0;
  const std::vector<Scenario> scenarios =
      scenarios_of(sweep_over_places(scratch, testing::minimal, tasks, 1), ignored);
  const Stopwatch watch;
  for (const Scenario& scenario : scenarios) simulate(scenario, 0, false);
  return {watch.seconds(), tasks};
}

Taken scenarios_made(const std::string& base) {
  const Scratch scratch;
  Taken taken{0, tasks};
  scenarios_of(sweep_over_places(scratch, base, tasks, 1), taken.seconds);
  return taken;
}

/// The key figures of one replication, again and again.
Taken figures_reckoned(const std::string& base) {
  const Scratch scratch;
  const Manifest manifest = sweep_over_places(scratch, base, 1, 1);
  const Scenario scenario = base_of(manifest).load().scenario;
  const Records records = simulate(scenario, 0, false);
  const Stopwatch watch;
  for (std::uint32_t i = 0; i < tasks; ++i) key_figures(scenario, 0, records, manifest.keep);
  return {watch.seconds(), tasks};
}

void write_made_up(const SweepFolder& folder, const Manifest& manifest) {
  for (const Task& task : manifest.tasks()) {
    const std::string path = folder.task_path(manifest.task_id(task));
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    write_task(path, manifest, task, made_up_rows(manifest, task));
  }
}

/// Synced to disk and named.
Taken files_written() {
  const Scratch scratch;
  const Manifest manifest = sweep_over_places(scratch, testing::minimal, tasks, 1);
  const SweepFolder folder((scratch / "sweep").string());
  const Stopwatch watch;
  write_made_up(folder, manifest);
  return {watch.seconds(), tasks};
}

/// A folder whose tasks are all done, made at its first use.
const SweepFolder& folder_to_merge() {
  static const Scratch scratch;
  static const SweepFolder folder((scratch / "sweep").string());
  if (!folder.has_manifest()) {
    const Manifest manifest =
        sweep_over_places(scratch, testing::minimal, points_to_merge, replications_to_merge);
    write_made_up(folder, manifest);
    folder.add(manifest);
  }
  return folder;
}

Taken merged() {
  const SweepFolder& folder = folder_to_merge();
  return in_a_child([&] {
    const Stopwatch watch;
    merge(folder, folder.manifest(), "2026-08-01T00:00:00Z");
    return Taken{watch.seconds()};
  });
}

/// The most that was in memory, programs and libraries included [MB].
Taken memory_of_merge() {
  const SweepFolder& folder = folder_to_merge();
  return in_a_child([&] {
    merge(folder, folder.manifest(), "2026-08-01T00:00:00Z");
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return Taken{0, static_cast<double>(usage.ru_maxrss) * 1024 / 1e6};
  });
}

Row milliseconds(std::string id, std::string what, std::string side) {
  return {.id = std::move(id),
          .what = std::move(what),
          .side = std::move(side),
          .at_least = false,
          .target = 5,
          .unit = "ms",
          .scale = 1000};
}

Side per_task(std::string id, std::function<Taken()> work) {
  return {std::move(id), "s", Figure::cost, fresh(std::move(work))};
}

}  // namespace

Group sweep_tasks() {
  Row whole = milliseconds("task", "a task of a sweep, minimal.yaml", "tasks_done");
  whole.yardstick = "the same replications simulated";
  whole.yardstick_side = "simulated_alone";
  whole.against = Against::difference;
  return {
      .sides = {per_task("tasks_done", tasks_done), per_task("simulated_alone", simulated_alone),
                per_task("task_load", [] { return scenarios_made(testing::minimal); }),
                per_task("task_figures", [] { return figures_reckoned(testing::minimal); }),
                per_task("task_file", files_written),
                per_task("region_load", [] { return scenarios_made(testing::holland_rijnland); }),
                per_task("region_figures",
                         [] { return figures_reckoned(testing::holland_rijnland); })},
      .rows = {whole, milliseconds("task_load", "of it: making its scenario", "task_load"),
               milliseconds("task_figures", "of it: its key figures", "task_figures"),
               milliseconds("task_file", "of it: its file, synced", "task_file"),
               milliseconds("region_load", "Holland Rijnland: making a scenario", "region_load"),
               milliseconds("region_figures", "Holland Rijnland: key figures", "region_figures")}};
}

Group sweep_merge() {
  return {.sides = {{"merged", "s", Figure::cost, merged},
                    {"memory_of_merge", "MB", Figure::amount, memory_of_merge, 1}},
          .rows = {{.id = "merge",
                    .what = "merging 10,000 points of 20 replications",
                    .side = "merged",
                    .at_least = false,
                    .target = 10,
                    .unit = "s"},
                   {.id = "merge_memory",
                    .what = "the same, resident memory",
                    .side = "memory_of_merge",
                    .at_least = false,
                    .target = 500,
                    .unit = "MB"}}};
}

}  // namespace doorstroom::bench
