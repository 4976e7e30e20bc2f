#include "models/continuum/roles/roles.hpp"

namespace doorstroom {

void add_roles(Clock& clock, Region& region, const Scenario& scenario) {
  for (const InterventionId id : scenario.interventions.ids())
    for (const Role& role : all_roles)
      if (role.is_in(scenario.interventions[id])) role.add_process(clock, region, scenario, id);
}

}  // namespace doorstroom
