#pragma once
/// A sweep on a cluster under Slurm: arrays of jobs that each do a part of the tasks, and a job
/// that puts them together when all have ended. Nothing is needed but a file system that all nodes
/// see.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "results/experiment/sweep_folder.hpp"

namespace doorstroom {

struct SlurmOrder {
  std::size_t blocks = 0;  ///< parts: jobs of the arrays together
  std::string time;        ///< limit of each, as sbatch takes it; empty: the partition's
  std::string partition;   ///< empty: the cluster's own choice
};

/// What was submitted.
struct SlurmJobs {
  std::vector<std::string> arrays;  ///< job ids
  std::string merge;
};

/// Writes the scripts into the folder and submits them. No array is larger than the cluster's
/// MaxArraySize allows.
/// @throws InputError when there is no Slurm here; RunError with what sbatch said when it refuses
SlurmJobs submit(const SweepFolder& folder, const SlurmOrder& order);

/// How many jobs of the last submission are in each state, as "RUNNING 4, PENDING 96"; empty when
/// none is left or there is no Slurm.
std::string slurm_state(const SweepFolder& folder);

}  // namespace doorstroom
