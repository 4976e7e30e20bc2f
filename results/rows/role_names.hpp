#pragma once
/// Names of roles and of their acts in the result file.

#include <string>
#include <vector>

#include "models/continuum/records.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// The roles of all interventions, in declared order, by the path of their rules without
/// `interventions`: `procesregisseur.casework`, `een_loket.single_desk`, `regiegroep.steering`.
std::vector<std::string> role_names(const Scenario& scenario);

/// Names of the acts, by RoleAction::What.
std::vector<std::string> action_names();

/// Index in role_names() of the role that acted. An intervention may have several roles; the kind
/// of act decides which of them it was.
std::int32_t role_code(const Scenario& scenario, const RoleAction& action);

}  // namespace doorstroom
