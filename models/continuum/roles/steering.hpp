#pragma once
/// Steering: on fixed days a group looks at one figure over the time before, and opens, closes or
/// moves places when the figure passes a threshold. Places come some time after the decision.
/// Places that the group opened stay when the intervention ends.

#include <array>

#include "models/continuum/roles/role.hpp"

namespace doorstroom {

extern const Section steering_section;
void read_steering(const NodeRef& at, Intervention& intervention, LoadContext& context);
void add_steering(Clock& clock, Region& region, const Scenario& scenario,
                  InterventionId intervention);

inline constexpr std::array steering_actions{
    RoleActionName{RoleActionKind::decided, "decided"},
    RoleActionName{RoleActionKind::decided_not, "decided_not"},
    RoleActionName{RoleActionKind::opened, "opened"},
    RoleActionName{RoleActionKind::closed, "closed"},
};
inline constexpr Role steering_role{
    .field = {.key = "steering",
              .map = &steering_section,
              .about = translatable("a rule that opens, closes and moves places")},
    .actions = steering_actions,
    .is_in = [](const Intervention& one) { return one.steering.has_value(); },
    .read = read_steering,
    .add_process = add_steering,
};

}  // namespace doorstroom
