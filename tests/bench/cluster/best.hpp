#pragma once
/// How a sweep is best cut for a cluster: into tasks of how many runs, and into how many jobs.

#include <cstdint>
#include <span>

#include "tests/bench/cluster/cluster.hpp"

namespace doorstroom::bench {

struct Cut {
  SweepWork work;
  SweepTimes times;
};

/// The cut that is done first, of all that can be made of some sizes of tasks and numbers of jobs;
/// of equals the first. What cannot be the best by its bounds is not simulated.
/// @pre a number of jobs is not larger than that of the files of any size of task
Cut best_cut(const Cluster& cluster, SweepWork work, std::span<const std::uint32_t> runs_per_task,
             std::span<const std::uint64_t> jobs);

}  // namespace doorstroom::bench
