#include "models/continuum/roles/roles.hpp"

/// The single desk (een-loket): lists become one when it begins, and go apart when it ends. What it
/// does to the work and to the inflow are effects like any other, and may ramp and fade.

namespace doorstroom {

void add_single_desk(Clock& clock, Region& region, const Scenario& scenario, std::int32_t role) {
  clock.add_process("single desk", Phase::changes, [&region, &scenario, role](Clock& its) {
    const Intervention& intervention = scenario.interventions[static_cast<std::size_t>(role)];
    const Period& period = scenario.period;
    const auto wait_for = [&](Instant at) { its.sleep_until(period.day_of(period.date_of(at))); };
    const auto tell = [&](std::vector<RoleAction> actions) {
      for (RoleAction& action : actions) {
        action.role = role;
        region.tell(action);
      }
    };
    if (intervention.profile.until <= period.begin()) return;
    wait_for(intervention.profile.from);
    tell(region.join_desks(*intervention.single_desk));
    if (intervention.profile.until >= period.horizon()) return;
    wait_for(intervention.profile.until);
    tell(region.part_desks(*intervention.single_desk));
  });
}

}  // namespace doorstroom
