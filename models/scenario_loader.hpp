#pragma once
/// From a file to a scenario that makes sense, or to every mistake in it at once.

#include <string>
#include <vector>

#include "models/issues.hpp"
#include "models/scenario.hpp"

namespace doorstroom {

struct LoadedScenario {
  Scenario scenario;
  std::vector<Issue> warnings;
};

/// @param path  of the scenario file
/// @param language  of what is told of mistakes
/// @param sets  changes by path from the command line, as "PATH=VALUE"; VALUE is YAML
/// @throws InputError with every mistake
LoadedScenario load_scenario(const std::string& path, const std::vector<std::string>& sets = {},
                             Language language = Language::en);

/// What a result file holds as its resolved scenario, tables of arrivals included: no other file is
/// read.
/// @param name  what stands for its path in messages
/// @throws InputError with every mistake
LoadedScenario load_resolved(const std::string& name, std::string text,
                             Language language = Language::en);

}  // namespace doorstroom
