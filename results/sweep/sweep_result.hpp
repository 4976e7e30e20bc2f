#pragma once
/// Merges the tasks of a sweep into one file (`format` = `doorstroom.sweep`): the design, the key
/// figures of every point and replication, and their means with intervals. The file does not depend
/// on the order of tasks, the number of workers, the machines, or crashes on the way.

#include <cstdint>
#include <functional>
#include <string>

#include "results/file/result_reader.hpp"
#include "results/sweep/sweep_folder.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// The table /design: one row per point, a column per factor. A factor whose values
/// are numbers of one unit is a column of numbers; any other is a category.
Table design_table(const Manifest& manifest);

/// Holds one point in memory at a time.
/// @param now       UTC, for /run
/// @param progress  called with the number of tasks that were read, and the total; may be empty
/// @throws InputError when tasks are missing or damaged: how many, and what to do
/// @throws RunError when the file cannot be written
void merge(const SweepFolder& folder, const Manifest& manifest, const std::string& now,
           const std::function<void(std::uint32_t, std::uint32_t)>& progress = {});

/// Whether the tasks of that manifest, all of them, have been merged.
bool is_merged(const SweepFolder& folder, const Manifest& manifest);

/// The merged file of a sweep. @throws InputError when it is not merged yet
ResultReader merged_result(const SweepFolder& folder);

}  // namespace doorstroom
