#pragma once
/// Casework: a process director with few hours. Each meeting brings the hours of the time until the
/// next one. Hours left over from the meeting before can still be used, and lapse afterwards.

#include <array>

#include "models/continuum/roles/role.hpp"

namespace doorstroom {

extern const Section casework_section;
void read_casework(const NodeRef& at, Intervention& intervention, LoadContext& context);
void add_casework(Clock& clock, Region& region, const Scenario& scenario,
                  InterventionId intervention);
void add_casework_targets(const Intervention& intervention, std::set<NodeId>& targets);

inline constexpr std::array casework_actions{
    RoleActionName{RoleActionKind::placed, "placed"},
    RoleActionName{RoleActionKind::made_place, "made_place"},
    RoleActionName{RoleActionKind::put_first, "put_first"},
    RoleActionName{RoleActionKind::back_at_school, "back_at_school"},
    RoleActionName{RoleActionKind::found_nothing, "found_nothing"},
};
inline constexpr Role casework_role{
    .field = {.key = "casework",
              .map = &casework_section,
              .about = translatable("limited hours spent on youths who wait")},
    .actions = casework_actions,
    .is_in = [](const Intervention& one) { return one.casework.has_value(); },
    .read = read_casework,
    .add_process = add_casework,
    .add_targets = add_casework_targets,
};

}  // namespace doorstroom
