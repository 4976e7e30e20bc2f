#pragma once
/// Does the tasks of a sweep and merges their results, with progress on standard error.

#include <vector>

#include "app/sweep/sweep_commands.hpp"
#include "models/messages/message.hpp"
#include "results/sweep/sweep_folder.hpp"

namespace doorstroom {

/// Does tasks, and prints those that failed.
/// @param jobs  worker processes; 0: one for each core
/// @return whether all are done
/// @throws StoppedByUser after Ctrl-C; finished tasks are kept
bool do_tasks(const SweepFolder& folder, const Manifest& manifest, const std::vector<Task>& tasks,
              int jobs, Language language);

/// Merges the results of all tasks into result.h5, and prints its path. @return exit code
int merge_tasks(const SweepFolder& folder, const Manifest& manifest, Language language);

/// Does all tasks, and merges them when none failed. @return exit code
int do_and_merge(const SweepFolder& folder, const Manifest& manifest, int jobs, Language language);

/// The first ten failures, one on each line, and the number of the others.
std::string failure_lines(const std::vector<LocalizedText>& failures, Language language);

}  // namespace doorstroom
