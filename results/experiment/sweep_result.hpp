#pragma once
/// All of a sweep in one file (`format` = `doorstroom.sweep`): the design, the key figures of every
/// point and replication, and their means with intervals. It is the same whatever the order in
/// which tasks were done, by how many workers, on which machines, and after how many crashes.

#include <cstdint>
#include <functional>
#include <string>

#include "results/experiment/sweep_folder.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// The table /design: one row per point, a column per factor. Values that are numbers of one unit
/// are numbers; others are categories.
Table design_table(const Manifest& manifest);

/// Puts the tasks of a sweep together. Holds one point at a time.
/// @param now       UTC, for /run
/// @param progress  called with how many of how many tasks were read; may be empty
/// @throws InputError that tells how many tasks are missing or damaged, and what to do
/// @throws RunError when the file cannot be written
void merge(const SweepFolder& folder, const Manifest& manifest, const std::string& now,
           const std::function<void(std::uint32_t, std::uint32_t)>& progress = {});

}  // namespace doorstroom
