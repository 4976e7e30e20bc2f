#pragma once
/// The groups of youths for which key figures are also reported: a subregion, a severity, an age
/// band. A youth gets its groups, three at most, on arrival or when the run begins, and keeps them.
///
/// The age bands follow compulsory school age: below it, primary school, secondary school up to its
/// end, above it.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// Indices of the groups that one youth belongs to; -1 for none.
using GroupsOfYouth = std::array<std::int16_t, 3>;

/// @param age_years  exact
GroupsOfYouth groups_of(const Scenario& scenario, SubregionId subregion, SeverityId severity,
                        double age_years);

/// All of them, by index: "subregion.noord", "severity.light", "age.5_to_12".
std::vector<std::string> group_names(const Scenario& scenario);

}  // namespace doorstroom
