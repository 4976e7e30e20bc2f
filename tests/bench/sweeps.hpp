#pragma once
/// Sweeps to measure: as the program makes them of a plan, but made here, so that their parts can
/// be timed one by one.

#include <cstdint>
#include <string>

#include "results/sweep/manifest.hpp"
#include "tests/app/program.hpp"

namespace doorstroom::bench {

/// A sweep over the places of `oza` and one other parameter, as a Latin hypercube. A task is all
/// replications of a point.
/// @param folder  where the plan is written
/// @param base    path of the scenario, which has the node `oza`
Manifest sweep_over_places(const testing::Scratch& folder, const std::string& base,
                           std::uint32_t points, std::uint32_t replications);

/// The result of a task with values that nobody simulated.
TableData made_up_rows(const Manifest& manifest, const Task& task);

}  // namespace doorstroom::bench
