#pragma once
/// Checks that need the whole scenario: every youth can always go on, no youth moves in a circle
/// without time passing, every node is used.

#include <vector>

#include "models/scenario/scenario.hpp"
#include "models/yaml/issues.hpp"

namespace doorstroom {

/// A scenario as far as it could be read.
struct Loaded {
  const Scenario& scenario;
  IdVector<NodeId, bool> valid;                      ///< whether a node was read without an error
  IdVector<NodeId, SourceLocation> route_locations;  ///< where the routes of a node begin
};

/// All checks; those of the whole only where everything could be read.
void check_scenario(const Loaded& loaded, Issues& issues);
/// Warns of a scenario that says little by mistake: arrivals that all lie outside the period,
/// budgets that cannot pay what is planned.
void check_plausible(const Scenario& scenario, Issues& issues);
/// Reports nodes at which some youth finds no route onwards.
void check_everybody_can_go_on(const Loaded& loaded, Issues& issues);

}  // namespace doorstroom
