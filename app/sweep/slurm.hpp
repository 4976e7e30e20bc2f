#pragma once
/// A sweep on a cluster under Slurm: job arrays, of which each job does a part of the tasks, and a
/// job that merges the results when all have ended. The nodes need nothing but a shared file
/// system.

#include <cstddef>
#include <string>
#include <vector>

#include "results/sweep/sweep_folder.hpp"

namespace doorstroom {

/// Options of a submission.
struct SlurmJobOptions {
  std::size_t blocks =
      0;  ///< number of jobs in all arrays together, >= 1; each does one part of the tasks
  std::string time;  ///< time limit of a job in sbatch's notation; empty: the partition's default
  std::string partition;  ///< empty: the cluster's default
};

/// Ids of the submitted jobs.
struct SubmittedJobs {
  std::vector<std::string> arrays;  ///< one for each job array
  std::string merge;                ///< the job that merges the results
};

/// Writes the job scripts into the folder and submits them. Arrays are no larger than the
/// MaxArraySize of the cluster.
/// @throws InputError when Slurm cannot be reached; RunError with the answer of sbatch when it
/// refuses
SubmittedJobs submit(const SweepFolder& folder, const SlurmJobOptions& order);

/// The number of jobs of the last submission in each state, "RUNNING 4, PENDING 96". Empty when all
/// have ended or Slurm cannot be reached.
std::string slurm_state(const SweepFolder& folder);

}  // namespace doorstroom
