#include "results/rows/role_names.hpp"

#include <algorithm>

#include "engine/error.hpp"
#include "models/continuum/roles/roles.hpp"

namespace doorstroom {
namespace {

/// A role that an intervention sets to work.
struct RoleAtWork {
  InterventionId intervention;
  const Role* role = nullptr;

  bool operator==(const RoleAtWork&) const = default;
};

std::vector<RoleAtWork> roles_of(const Scenario& scenario) {
  std::vector<RoleAtWork> roles;
  for (const InterventionId id : scenario.interventions.ids())
    for (const Role& role : all_roles)
      if (role.is_in(scenario.interventions[id])) roles.push_back({id, &role});
  return roles;
}

/// The role that alone can do this.
const Role& role_of(RoleActionKind action) {
  return *std::ranges::find_if(all_roles, [action](const Role& role) {
    return std::ranges::count(role.actions, action, &RoleActionName::action) > 0;
  });
}

}  // namespace

std::vector<std::string> role_names(const Scenario& scenario) {
  std::vector<std::string> names;
  for (const auto& [intervention, role] : roles_of(scenario))
    names.push_back(scenario.interventions[intervention].id + "." + std::string(role->field.key));
  return names;
}

std::vector<std::string> action_names() {
  std::vector<std::string> names;
  for (const Role& role : all_roles)
    for (const RoleActionName& one : role.actions) names.emplace_back(one.name);
  return names;
}

std::int32_t role_code(const Scenario& scenario, const RoleAction& action) {
  const std::vector<RoleAtWork> roles = roles_of(scenario);
  const auto found = std::ranges::find(roles, RoleAtWork{action.role, &role_of(action.what)});
  DOORSTROOM_EXPECT(found != roles.end());
  return static_cast<std::int32_t>(found - roles.begin());
}

}  // namespace doorstroom
