#include "models/loading/evidence.hpp"

#include <algorithm>

#include "models/loading/changeables.hpp"
#include "models/yaml/overlay.hpp"

namespace doorstroom {
namespace {

/// A pattern may also name the map in which the parameter stands, or leave `.share` out.
bool is_about(const Evidence& evidence, const std::string& path) {
  return path_matches(evidence.pattern, path) || path_matches(evidence.pattern + ".**", path);
}

}  // namespace

std::vector<std::string> without_evidence(Scenario scenario) {
  const std::vector<Evidence> known = scenario.evidence;
  std::vector<std::string> paths;
  for (const Changeable& one : Changeables(scenario).matching("**")) {
    const bool covered =
        one.is_nothing || std::ranges::any_of(known, [&](const Evidence& evidence) {
          return is_about(evidence, one.path);
        });
    if (!covered && std::ranges::find(paths, one.path) == paths.end()) paths.push_back(one.path);
  }
  return paths;
}

}  // namespace doorstroom
