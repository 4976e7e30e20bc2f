#pragma once
/// How the roles of a scenario, and what they do, are called in the result file.

#include <string>
#include <vector>

#include "models/continuum/records.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// The roles of all interventions, in declared order, by the path of their rules without
/// `interventions`: `procesregisseur.casework`, `een_loket.single_desk`, `regiegroep.steering`.
std::vector<std::string> role_names(const Scenario& scenario);

/// What a role can do, in words, by RoleAction::What.
std::vector<std::string> action_names();

/// Which of role_names() did it: what it did tells which role of its intervention that was.
std::int32_t role_code(const Scenario& scenario, const RoleAction& action);

}  // namespace doorstroom
