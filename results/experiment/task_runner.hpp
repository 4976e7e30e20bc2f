#pragma once
/// Does the tasks of a sweep in worker processes. What is there already, whole, is not done again;
/// what is damaged or belongs to another sweep is done anew, and told. A task that fails is noted
/// in the folder and the others go on; when the disk is full or a worker dies twice, all ends, and
/// every task that is done stays.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/replication_pool.hpp"
#include "models/messages/said.hpp"
#include "results/experiment/sweep_folder.hpp"

namespace doorstroom {

/// What became of some tasks.
struct TasksDone {
  std::size_t computed = 0;
  std::size_t reused = 0;
  std::vector<Text> failures;  ///< "places = 3: why"
};

/// @param tasks  of manifest.tasks()
/// @param pool   jobs and hooks; its range is not looked at. Progress is told in tasks
/// @throws RunError, Interrupted as run_replications()
TasksDone run_tasks(const SweepFolder& folder, const Manifest& manifest,
                    const std::vector<Task>& tasks, const PoolOptions& pool);

/// The values of a task's point, in words: "arrangements.oza.places = 20, replications 0 to 19".
Text in_words(const Manifest& manifest, const Task& task);

}  // namespace doorstroom
