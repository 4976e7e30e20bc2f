#pragma once
/// A provider that stops: units of an arrangement take nobody any more from the notice on, and
/// close for good on the day. What happens to the youths inside is up to Region::stop().

#include <array>

#include "models/continuum/roles/role.hpp"

namespace doorstroom {

extern const Section stops_section;
void read_stops(const NodeRef& at, Intervention& intervention, LoadContext& context);
void add_stops(Clock& clock, Region& region, const Scenario& scenario, InterventionId intervention);

inline constexpr std::array stops_actions{
    RoleActionName{RoleActionKind::stopped, "stopped"},
    RoleActionName{RoleActionKind::moved, "moved"},
    RoleActionName{RoleActionKind::displaced, "displaced"},
};
inline constexpr Role stops_role{
    .field = {.key = "stops",
              .map = &stops_section,
              .about = translatable("units of an arrangement that close for good")},
    .actions = stops_actions,
    .is_in = [](const Intervention& one) { return one.stops.has_value(); },
    .read = read_stops,
    .add_process = add_stops,
};

}  // namespace doorstroom
