#pragma once
/// What interventions set to work, each as a process on the clock: a process director who takes up
/// cases, desks that become one for a while, a steering group that opens and closes places.

#include <cstdint>

#include "engine/clock.hpp"
#include "models/continuum/region.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// Adds the processes of all interventions, in declared order. All three outlive the clock's run.
void add_roles(Clock& clock, Region& region, const Scenario& scenario);

/// Of one intervention, by its index.
void add_casework(Clock& clock, Region& region, const Scenario& scenario, std::int32_t role);
void add_single_desk(Clock& clock, Region& region, const Scenario& scenario, std::int32_t role);
void add_steering(Clock& clock, Region& region, const Scenario& scenario, std::int32_t role);

}  // namespace doorstroom
