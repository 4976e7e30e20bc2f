#pragma once
/// What a worker does with a number: one replication is simulated, what it recorded becomes rows,
/// and the rows are sent on their way to the result file.

#include <cstdint>

#include "engine/replication_pool.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// For run_replications(); what arrives is for ResultWriter::append(). A fault of ours tells the
/// scenario, replication and seed that show it again.
/// @param scenario  must outlive what is returned
/// @param visits    replications of which every youth and visit is kept: the first so many
Replicate replicate(const Scenario& scenario, std::uint32_t visits);

}  // namespace doorstroom
