// The cluster that is simulated, held against what can be worked out by hand.

#include "tests/bench/cluster/cluster.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace doorstroom::bench {
namespace {

constexpr double exact = 1e-6;

/// Nothing but computing takes time, or what a test makes take time.
Cluster quick(std::uint32_t nodes, std::uint32_t cores = 1) {
  return {.nodes = nodes,
          .cores = cores,
          .jobs_per_second = 1e9,
          .server = {.operations_per_second = 1e12, .bytes_per_second = 1e15}};
}

SweepWork runs(std::uint64_t count, std::uint32_t per_task, std::uint64_t jobs, double seconds) {
  return {.runs = count, .runs_per_task = per_task, .jobs = jobs, .run_seconds = seconds};
}

TEST(Cluster, one_core_takes_the_sum_of_everything) {
  Cluster cluster = quick(1);
  cluster.jobs_per_second = 2;
  cluster.server = {.operations_per_second = 100, .bytes_per_second = 1e6, .latency_seconds = 0.02};
  SweepWork work = runs(60, 5, 4, 0.1);  // 12 files, 3 for each job
  work.task_seconds = 0.03;
  work.job_seconds = 0.2;
  work.merge_seconds = 0.01;
  work.file_bytes = 5000;
  work.file_operations = 6;
  work.read_operations = 3;

  const double file = 0.02 + 6 / 100.0 + 5000 / 1e6;
  const double job = 0.2 + 3 * (5 * 0.1 + 0.03 + file);
  const double merge = 0.2 + 12 * (0.02 + 3 / 100.0 + 5000 / 1e6 + 0.01);
  const SweepTimes times = simulate_cluster(cluster, work);
  EXPECT_NEAR(times.launched, 4 * 0.5 + 3 * job, exact);
  EXPECT_NEAR(times.computed, 4 * (0.5 + job), exact);
  EXPECT_NEAR(times.merged, 4 * (0.5 + job) + 0.5 + merge, exact);
}

TEST(Cluster, last_task_has_the_runs_that_are_left) {
  // Runs 0 to 3 and 4 to 6, on a node each.
  EXPECT_NEAR(simulate_cluster(quick(1), runs(7, 4, 1, 10)).computed, 70, exact);
  EXPECT_NEAR(simulate_cluster(quick(2), runs(7, 4, 2, 10)).computed, 40, exact);
}

TEST(Cluster, every_core_of_every_node_does_jobs) {
  // 24 jobs of 10 s on 6 cores: four rounds. On five cores: five.
  EXPECT_NEAR(simulate_cluster(quick(3, 2), runs(24, 1, 24, 10)).computed, 40, exact);
  EXPECT_NEAR(simulate_cluster(quick(5), runs(24, 1, 24, 10)).computed, 50, exact);
}

TEST(Cluster, slow_launches_keep_most_nodes_idle) {
  // A job every half second, each done after three: six nodes are busy, however many there are.
  Cluster cluster = quick(1000);
  cluster.jobs_per_second = 2;
  const SweepTimes times = simulate_cluster(cluster, runs(500, 1, 500, 3));
  EXPECT_NEAR(times.launched, 500 / 2.0, exact);
  EXPECT_NEAR(times.computed, 500 / 2.0 + 3, exact);
  cluster.nodes = 7;
  EXPECT_NEAR(simulate_cluster(cluster, runs(500, 1, 500, 3)).computed, 500 / 2.0 + 3, exact);
  EXPECT_STREQ(bounds_of(cluster, runs(500, 1, 500, 3)).narrowest(), "launching");
}

TEST(Cluster, server_takes_all_files_at_its_own_pace) {
  // All 200 jobs come with a file at once, and the last waits for all others.
  Cluster cluster = quick(200);
  cluster.server.operations_per_second = 50;
  SweepWork work = runs(200, 1, 200, 3);
  work.file_operations = 8;
  EXPECT_NEAR(simulate_cluster(cluster, work).computed, 3 + 200 * 8 / 50.0, exact * 10);
  EXPECT_STREQ(bounds_of(cluster, work).narrowest(), "file server");

  cluster.server = {.operations_per_second = 1e12, .bytes_per_second = 1e6};
  work.file_bytes = 20'000;
  EXPECT_NEAR(simulate_cluster(cluster, work).computed, 3 + 200 * 20'000 / 1e6, exact * 10);
}

TEST(Cluster, busy_server_is_busy_until_the_end) {
  // 20 jobs of 100 files each, computed in no time beside the 0.08 s that the server needs: what
  // counts is the sum of the files, after the first second.
  Cluster cluster = quick(20);
  cluster.server.operations_per_second = 100;
  SweepWork work = runs(2000, 1, 20, 0);
  work.job_seconds = 1;
  work.file_operations = 8;
  EXPECT_NEAR(simulate_cluster(cluster, work).computed, 1 + 2000 * 8 / 100.0, exact * 10);
}

TEST(Cluster, no_sweep_beats_its_bounds) {
  Cluster cluster = quick(10, 4);
  cluster.jobs_per_second = 5;
  cluster.server = {.operations_per_second = 200, .bytes_per_second = 1e6, .latency_seconds = 0.01};
  for (const std::uint32_t per_task : {1U, 10U, 100U}) {
    SweepWork work = runs(10'000, per_task, 100, 0.1);
    work.file_operations = 8;
    work.merge_seconds = 0.001;
    work.file_bytes = 10'000;
    const Bounds bounds = bounds_of(cluster, work);
    const SweepTimes times = simulate_cluster(cluster, work);
    EXPECT_GE(times.launched + exact, bounds.launching);
    EXPECT_GE(times.computed + exact, std::max(bounds.computing, bounds.serving));
    EXPECT_GE(times.merged - times.computed + exact, bounds.merging);
  }
}

}  // namespace
}  // namespace doorstroom::bench
