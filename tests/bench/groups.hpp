#pragma once
/// The rows of the table, group by group: a file in rows/ each.

#include <string>
#include <vector>

#include "models/scenario.hpp"
#include "tests/bench/measure.hpp"

namespace doorstroom::bench {

/// One replication in memory: M/M/1, Holland Rijnland, and the part of SimGrid.
Group replication();

/// All of them, in the order of the table.
std::vector<Group> groups();

/// A scenario of this source tree. @param path  from its top
Scenario scenario_of(const std::string& path);

}  // namespace doorstroom::bench
