#include "models/continuum/roles/roles.hpp"

namespace doorstroom {

void add_roles(Clock& clock, Region& region, const Scenario& scenario) {
  std::int32_t role = 0;
  for (const Intervention& intervention : scenario.interventions) {
    if (intervention.casework) add_casework(clock, region, scenario, role);
    if (intervention.single_desk) add_single_desk(clock, region, scenario, role);
    if (intervention.steering) add_steering(clock, region, scenario, role);
    ++role;
  }
}

}  // namespace doorstroom
