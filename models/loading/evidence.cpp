#include "models/loading/evidence.hpp"

#include <algorithm>

#include "models/loading/changeables.hpp"
#include "models/yaml/overlay.hpp"

namespace doorstroom {

bool is_about(const std::string& pattern, const std::string& path) {
  return path_matches(pattern, path) || path_matches(pattern + ".**", path);
}

std::vector<std::string> without_evidence(Scenario scenario) {
  const std::vector<Evidence> known = scenario.evidence;
  std::vector<std::string> paths;
  for (const Changeable& one : Changeables(scenario).matching("**")) {
    const bool covered =
        one.is_nothing || std::ranges::any_of(known, [&](const Evidence& evidence) {
          return is_about(evidence.pattern, one.path);
        });
    if (!covered && std::ranges::find(paths, one.path) == paths.end()) paths.push_back(one.path);
  }
  return paths;
}

}  // namespace doorstroom
