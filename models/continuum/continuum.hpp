#pragma once
/// Simulates one replication: a scenario and a number in, records out. It depends on nothing else
/// and leaves nothing behind, so any worker may run any replication.

#include <cstdint>

#include "engine/resource_usage.hpp"
#include "models/continuum/records.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// @param keep_rows  whether Records::visits and Records::youths are filled
/// @throws RunError  when the world cannot go on: a youth who moves 10,000 times without time
/// passing
Records simulate(const Scenario& scenario, std::uint32_t replication, bool keep_rows);

/// The records of a replication, with the resources that it used.
struct Simulation {
  Records records;
  ResourceUsage usage;
};
Simulation simulate_measured(const Scenario& scenario, std::uint32_t replication, bool keep_rows);

}  // namespace doorstroom
