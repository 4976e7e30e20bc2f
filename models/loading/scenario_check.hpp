#pragma once
/// Checks that need the whole scenario: every youth can always go on, no youth moves in a circle
/// without time passing, every node is used.

#include <set>
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
/// Reports mixes that say nothing of some youths who may come, and warns of attributes that are
/// asked for where youths have none.
void check_attributes(const Loaded& loaded, Issues& issues);
/// The combinations of values of some attributes that youths may have, `none` among them; of very
/// many not all.
/// @param known  what is given of the youths, one kind of them after the other
/// @param wanted  attributes; the others are left out of the combinations
std::set<AttributeValues> possible_values(const Scenario& scenario, const AttributeMixes& own,
                                          const AttributeMixes& otherwise,
                                          const std::set<AttributeValues>& known,
                                          const std::set<AttributeId>& wanted);
/// What is known of the youths of a source: nothing, or what its table of arrivals gives.
std::set<AttributeValues> known_values(const Source& source);
/// The same of youths who are found at a node.
std::set<AttributeValues> known_values(const FoundYouths& found);
/// Reports nodes at which some youth finds no route onwards.
void check_everybody_can_go_on(const Loaded& loaded, Issues& issues);

}  // namespace doorstroom
