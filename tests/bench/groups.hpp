#pragma once
/// The rows of the table, group by group: a file in rows/ each, or a few of one kind together.

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "tests/bench/measure.hpp"

namespace doorstroom::bench {

/// One replication in memory: M/M/1, Holland Rijnland, and the part of SimGrid.
Group replication();
/// A queue with patience, against a SimGrid actor for each youth.
Group patience();
/// Runs of the program as whole processes, in processor time.
Group whole_process();
/// A scenario and one laid over it, files included.
Group whole_study();
/// A country beside one region, in time and memory.
Group whole_country();
/// Writing /visits.
Group writing();
/// Two workers beside one.
Group workers();
/// What a sweep's tasks cost beyond their simulation.
Group sweep_tasks();
/// Ten thousand points put together.
Group sweep_merge();
/// How far pairing cuts the variance of a difference. Of no machine: chance alone moves it.
Group pairing();
/// How soon the program begins.
Group start();

/// All of them, in the order of the table.
std::vector<Group> groups();

/// A scenario of this source tree.
/// @param path  from its top
/// @param sets  changes, as "PATH=VALUE"
Scenario scenario_of(const std::string& path, const std::vector<std::string>& sets = {});

}  // namespace doorstroom::bench
