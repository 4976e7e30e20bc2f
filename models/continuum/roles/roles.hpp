#pragma once
/// The list of roles. A new role is a file pair of this folder, its rules in
/// models/scenario/intervention.hpp, and its place in this list.

#include <array>

#include "models/continuum/roles/casework.hpp"
#include "models/continuum/roles/single_desk.hpp"
#include "models/continuum/roles/steering.hpp"
#include "models/continuum/roles/stops.hpp"

namespace doorstroom {

/// In the order in which interventions read them and add their processes, and in which their
/// actions are numbered.
inline constexpr std::array all_roles{casework_role, single_desk_role, steering_role, stops_role};

/// Whether each action has one role, which names it, in the order of RoleActionKind.
consteval bool actions_are_in_order() {
  int next = 0;
  for (const Role& role : all_roles)
    for (const RoleActionName& one : role.actions)
      if (static_cast<int>(one.action) != next++) return false;
  return true;
}
static_assert(actions_are_in_order());

/// Adds the processes of all interventions, in declared order. All three outlive the clock's run.
void add_roles(Clock& clock, Region& region, const Scenario& scenario);

}  // namespace doorstroom
