#pragma once
/// Replications in worker processes that write a file each. When the work ends early, because the
/// user stopped it or because it failed, the workers are killed; what they have left of their files
/// is removed.

#include <functional>
#include <string>

#include "engine/replication_pool.hpp"

namespace doorstroom {

/// As run_replications().
/// @param path  of the file of a number; empty: it has none
void run_file_tasks(const PoolOptions& options, const Replicate& replicate, const Deliver& deliver,
                    const std::function<std::string(std::uint32_t)>& path);

}  // namespace doorstroom
