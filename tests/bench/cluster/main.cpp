// cluster: how long a sweep of a million runs of the region takes on a cluster, and how it is best
// cut. Three tables, as Markdown.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <string>

#include "tests/bench/cluster/best.hpp"

namespace doorstroom::bench {
namespace {

/// Largest first: they are most often the best, and the others are then known to be worse.
constexpr std::array<std::uint32_t, 5> task_sizes{100, 50, 20, 5, 1};
constexpr std::array<std::uint64_t, 10> job_counts{1, 10, 50, 100, 200, 350, 500, 1000, 2000, 5000};
constexpr std::array launch_rates{2.3, 10.0, 100.0, 500.0};
constexpr std::array server_rates{1000.0, 10'000.0};

std::string minutes(double seconds) {
  return fmt::format("{}:{:02}", static_cast<long>(seconds + 0.5) / 60,
                     static_cast<long>(seconds + 0.5) % 60);
}

std::string row_of(const Cluster& cluster, const Cut& cut) {
  return fmt::format("{} | {} | {} | {} | {} | {} |", cut.work.runs_per_task, cut.work.jobs,
                     cut.work.files(), minutes(cut.times.computed), minutes(cut.times.merged),
                     bounds_of(cluster, cut.work).narrowest());
}

constexpr auto columns = "Runs a task | Jobs | Files | Computed | Merged | Held up by |";

void print_best(Cluster cluster, const SweepWork& work) {
  fmt::print("| Jobs a second | Operations a second | {}\n|---|---|---|---|---|---|---|---|\n",
             columns);
  for (const double rate : launch_rates)
    for (const double operations : server_rates) {
      cluster.jobs_per_second = rate;
      cluster.server.operations_per_second = operations;
      fmt::print("| {} | {} | {}\n", rate, operations,
                 row_of(cluster, best_cut(cluster, work, task_sizes, job_counts)));
    }
}

void print_task_sizes(const Cluster& cluster, const SweepWork& work) {
  fmt::print("\n| {}\n|---|---|---|---|---|---|\n", columns);
  for (const std::uint32_t size : task_sizes)
    fmt::print("| {}\n",
               row_of(cluster, best_cut(cluster, work, std::array{size}, std::array{work.jobs})));
}

void print_nodes(Cluster cluster, const SweepWork& work) {
  fmt::print("\n| Nodes | {} Speed-up |\n|---|---|---|---|---|---|---|---|\n", columns);
  double alone = 0;
  for (const std::uint32_t nodes : {1U, 10U, 100U, 300U, 1000U}) {
    cluster.nodes = nodes;
    const Cut cut = best_cut(cluster, work, task_sizes, job_counts);
    if (nodes == 1) alone = cut.times.merged;
    fmt::print("| {} | {} {:.0f} x |\n", nodes, row_of(cluster, cut), alone / cut.times.merged);
  }
}

void add_options(CLI::App& app, Cluster& cluster, SweepWork& work) {
  const auto add = [&](const char* name, auto& value, const char* what) {
    app.add_option(name, value, what)->capture_default_str();
  };
  add("--nodes", cluster.nodes, "Nodes");
  add("--cores", cluster.cores, "Cores of a node that do jobs");
  add("--jobs-per-second", cluster.jobs_per_second, "Launched, where a table does not vary it");
  add("--operations-per-second", cluster.server.operations_per_second,
      "On names, by the file server, where a table does not vary it");
  add("--bytes-per-second", cluster.server.bytes_per_second, "Of the file server");
  add("--latency", cluster.server.latency_seconds, "Of a file [s]");
  add("--runs", work.runs, "Replications of all points");
  add("--jobs", work.jobs, "Jobs of the second table");
  add("--run-seconds", work.run_seconds, "A replication [s]");
  add("--task-seconds", work.task_seconds, "A task beside its replications and its file [s]");
  add("--job-seconds", work.job_seconds, "A job until its first task [s]");
  add("--merge-seconds", work.merge_seconds, "Merging, a file [s]");
}

int guarded(int argc, char** argv) {
  Cluster cluster{
      .nodes = 1000,
      .cores = 1,
      .jobs_per_second = 10,
      .server = {.operations_per_second = 1000, .bytes_per_second = 1e8, .latency_seconds = 0.005}};
  SweepWork work{.runs = 1'000'000,
                 .jobs = 1000,
                 .run_seconds = 0.15,
                 .task_seconds = 0.02,
                 .job_seconds = 0.16,
                 .merge_seconds = 0.0005,
                 .file_bytes = 20'000,
                 .file_operations = 12,
                 .read_operations = 6};
  CLI::App app{"How long a sweep takes on a cluster that is simulated, and how it is best cut."};
  add_options(app, cluster, work);
  CLI11_PARSE(app, argc, argv);
  print_best(cluster, work);
  print_task_sizes(cluster, work);
  print_nodes(cluster, work);
  return 0;
}

}  // namespace
}  // namespace doorstroom::bench

int main(int argc, char** argv) {
  return doorstroom::bench::guarded(argc, argv);
}
