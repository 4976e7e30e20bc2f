#pragma once
/// What a worker does for one replication: simulates it, makes rows of its records, and sends them
/// to the parent.

#include <cstdint>

#include "engine/replication_pool.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// For run_replications(); the parent passes what it receives to ResultWriter::append(). A
/// ContractError names the scenario, replication and seed, so that it can be reproduced.
/// @param scenario  must outlive the returned function
/// @param visits    every youth and visit is kept of the first so many replications
Replicate replicate(const Scenario& scenario, std::uint32_t visits);

}  // namespace doorstroom
