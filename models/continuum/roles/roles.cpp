#include "models/continuum/roles/roles.hpp"

namespace doorstroom {

void add_roles(Clock& clock, Region& region, const Scenario& scenario) {
  std::int32_t number = 0;
  for (const Intervention& intervention : scenario.interventions) {
    for (const Role& role : all_roles)
      if (role.is_in(intervention)) role.add_process(clock, region, scenario, number);
    ++number;
  }
}

}  // namespace doorstroom
