#pragma once
/// Costs: prices times what was used.
///
///     arrangement  per_place_year x places x years + per_day_used x days used + per_stay x entries
///     desk         per_fte_year x fte x years + per_hour x hours worked + per_case x cases begun
///     intervention per_year x years, while from <= t < until
///
/// A year is 365.25 days here. Places that are unlimited cost nothing by the place. Staff cost by
/// the fte as they are at each midnight: idle too, while the desk is closed, without money, or
/// joined with others.

#include "models/continuum/records.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// Cost of what was used of a desk or arrangement [EUR].
double cost_of(const Node& node, const NodeRecord::Usage& used);
/// Cost of an intervention in [from, until) [EUR].
double cost_of(const Intervention& intervention, Instant from, Instant until);

}  // namespace doorstroom
