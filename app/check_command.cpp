// doorstroom check: every mistake in a scenario, told in one go.

#include <fmt/format.h>

#include "app/commands.hpp"
#include "models/scenario_loader.hpp"

namespace doorstroom {

int check_command(const std::string& path, const std::vector<std::string>& sets) {
  const LoadedScenario loaded = load_scenario(path, sets);
  const Scenario& scenario = loaded.scenario;
  Issues warnings;
  for (const Issue& issue : loaded.warnings)
    warnings.warning(issue.mark, issue.problem, issue.suggestion);
  if (!loaded.warnings.empty()) fmt::print("{}\n", warnings.text(scenario.documents));

  fmt::print("{}: {} makes sense{}.\n", path, scenario.name,
             loaded.warnings.empty() ? ""
                                     : fmt::format(", with {} warning{}", loaded.warnings.size(),
                                                   loaded.warnings.size() == 1 ? "" : "s"));
  fmt::print(
      "{} sources, {} desks, {} arrangements, {} interventions; {} to {}, {} replications.\n",
      scenario.sources.size(), scenario.desks.size(), scenario.arrangements.size(),
      scenario.interventions.size(), to_text(scenario.period.start()),
      to_text(scenario.period.date_at(scenario.period.horizon_day())), scenario.replications);
  return 0;
}

}  // namespace doorstroom
