#pragma once
/// Holds the records of the models to what the second implementation tells of the same replication.

#include <string>

#include "models/continuum/records.hpp"
#include "tests/reference/reference.hpp"

namespace doorstroom::reference {

/// Every visit to the tick, what became of each legal clock, and the actions of roles.
/// @param most  youths that are told of, if they differ
/// @return empty when both tell the same
std::string disagreements(const Scenario& scenario, const Records& records, const Told& told,
                          int most = 3);

}  // namespace doorstroom::reference
