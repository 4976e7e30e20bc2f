#pragma once
/// Where a youth goes next.

#include "models/scenario.hpp"

namespace doorstroom {

/// What a route may ask of a youth.
struct Traits {
  double age_years = 0;  ///< on the last 1 August
  int severity = 0;
  int subregion = -1;
};

/// The route that a youth takes: of the first branch that applies, the target in which u falls.
/// Targets whose `if` or `admits` do not apply are skipped; their shares go to the rest or, without
/// one, the others are rescaled. The rest lies above all others, so that a share that changes moves
/// only those between it and the rest.
/// @param u  uniform between 0 and 1
/// @return null when no route applies
const Route* choose_route(const Scenario& scenario, const Routing& routing, const Traits& traits,
                          double u, When when);

/// The route, where it is the same for everybody at all times; null where it takes a draw.
const Route* certain_route(const Scenario& scenario, const Routing& routing);

}  // namespace doorstroom
