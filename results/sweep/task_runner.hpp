#pragma once
/// Computes the tasks of a sweep in worker processes. A task whose file is complete is skipped; one
/// whose file is damaged or of another sweep is computed again, and reported. A task that fails is
/// noted in the folder, and the others continue. A full disk, or a worker that dies twice, ends
/// everything; completed tasks are kept.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/replication_pool.hpp"
#include "models/messages/message.hpp"
#include "results/sweep/sweep_folder.hpp"

namespace doorstroom {

/// Outcome of some tasks.
struct TasksDone {
  std::size_t computed = 0;
  std::size_t reused = 0;
  std::vector<LocalizedText> failures;  ///< "places = 3: why"
};

/// @param tasks  of manifest.tasks()
/// @param pool   jobs and hooks; its range is ignored. Progress counts tasks
/// @throws RunError, Interrupted as run_replications()
TasksDone run_tasks(const SweepFolder& folder, const Manifest& manifest,
                    const std::vector<Task>& tasks, const PoolOptions& pool);

/// Describes a task: "arrangements.oza.places = 20, replications 0 to 19".
LocalizedText in_words(const Manifest& manifest, const Task& task);

}  // namespace doorstroom
