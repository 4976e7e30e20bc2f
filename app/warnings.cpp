#include "app/warnings.hpp"

namespace doorstroom {

std::string warnings_of(const LoadedScenario& loaded, Language language) {
  if (loaded.warnings.empty()) return {};
  Issues warnings;
  for (const Issue& issue : loaded.warnings)
    warnings.warning(issue.location, issue.problem, issue.suggestion);
  return warnings.text(loaded.scenario.documents, language);
}

}  // namespace doorstroom
