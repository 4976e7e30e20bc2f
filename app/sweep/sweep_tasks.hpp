#pragma once
/// Work on the tasks of a sweep, with its progress on standard error.

#include <vector>

#include "app/sweep/sweep_commands.hpp"
#include "models/messages/said.hpp"
#include "results/experiment/sweep_folder.hpp"

namespace doorstroom {

/// Does tasks; reports those that failed. @return whether all are done
/// @throws Stopped after Ctrl-C; what is done is kept
bool do_tasks(const SweepFolder& folder, const Manifest& manifest, const std::vector<Task>& tasks,
              int jobs, Language language);

/// Puts the tasks together in result.h5, and prints where that is. @return exit code
int merge_tasks(const SweepFolder& folder, const Manifest& manifest, Language language);

/// Does all tasks, and merges them when none failed. @return exit code
int do_and_merge(const SweepFolder& folder, const Manifest& manifest, int jobs, Language language);

/// The first failures, one a line, and how many there are beyond them.
std::string failure_lines(const std::vector<Text>& failures, Language language);

}  // namespace doorstroom
