#include "results/rows/role_names.hpp"

#include <algorithm>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

using What = RoleAction::What;

enum class Rules { casework, single_desk, steering };

struct Role {
  std::int32_t intervention = 0;
  Rules rules = Rules::casework;

  bool operator==(const Role&) const = default;
};

std::vector<Role> roles_of(const Scenario& scenario) {
  std::vector<Role> roles;
  std::int32_t number = 0;
  for (const Intervention& intervention : scenario.interventions) {
    if (intervention.casework) roles.push_back({number, Rules::casework});
    if (intervention.single_desk) roles.push_back({number, Rules::single_desk});
    if (intervention.steering) roles.push_back({number, Rules::steering});
    ++number;
  }
  return roles;
}

Rules rules_of(What what) {
  switch (what) {
    case What::joined:
    case What::parted:
      return Rules::single_desk;
    case What::decided:
    case What::decided_not:
    case What::opened:
    case What::closed:
      return Rules::steering;
    case What::placed:
    case What::made_place:
    case What::put_first:
    case What::back_at_school:
    case What::found_nothing:
      break;
  }
  return Rules::casework;
}

}  // namespace

std::vector<std::string> role_names(const Scenario& scenario) {
  static constexpr const char* keys[] = {".casework", ".single_desk", ".steering"};
  std::vector<std::string> names;
  for (const Role& role : roles_of(scenario))
    names.push_back(scenario.interventions[static_cast<std::size_t>(role.intervention)].id +
                    keys[static_cast<std::size_t>(role.rules)]);
  return names;
}

std::vector<std::string> action_names() {
  return {"placed", "made_place", "put_first",   "back_at_school", "found_nothing", "joined",
          "parted", "decided",    "decided_not", "opened",         "closed"};
}

std::int32_t role_code(const Scenario& scenario, const RoleAction& action) {
  const std::vector<Role> roles = roles_of(scenario);
  const auto found = std::ranges::find(roles, Role{action.role, rules_of(action.what)});
  DOORSTROOM_EXPECT(found != roles.end());
  return static_cast<std::int32_t>(found - roles.begin());
}

}  // namespace doorstroom
