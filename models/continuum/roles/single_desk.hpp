#pragma once
/// The single desk (een-loket): several desks share one staff and one list from the beginning of
/// the intervention until its end. Its factors on work and inflow are effects like any other, and
/// may ramp up and fade.

#include <array>

#include "models/continuum/roles/role.hpp"

namespace doorstroom {

extern const Section single_desk_section;
void read_single_desk(const NodeRef& at, Intervention& intervention, LoadContext& context);
void add_single_desk(Clock& clock, Region& region, const Scenario& scenario,
                     InterventionId intervention);

inline constexpr std::array single_desk_actions{
    RoleActionName{RoleActionKind::joined, "joined"},
    RoleActionName{RoleActionKind::parted, "parted"},
};
inline constexpr Role single_desk_role{
    .field = {.key = "single_desk",
              .map = &single_desk_section,
              .about = translatable("desks joined into one")},
    .actions = single_desk_actions,
    .is_in = [](const Intervention& one) { return one.single_desk.has_value(); },
    .read = read_single_desk,
    .add_process = add_single_desk,
};

}  // namespace doorstroom
