// doorstroom check: every mistake in a scenario, told in one go.

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "app/commands.hpp"
#include "app/output.hpp"
#include "app/warnings.hpp"
#include "models/scenario_loader.hpp"

namespace doorstroom {
namespace {

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

}  // namespace

int check_command(const std::string& path, const std::vector<std::string>& sets) {
  const LoadedScenario loaded = load_scenario(path, sets);
  const Scenario& scenario = loaded.scenario;
  if (const std::string warnings = warnings_of(loaded); !warnings.empty()) print(warnings + "\n");

  print(fmt::format(
      "{}: {} makes sense{}.\n{}, {}, {}, {}; {} to {}, {}.\n", path, scenario.name,
      loaded.warnings.empty() ? "" : ", with " + counted(loaded.warnings.size(), "warning"),
      counted(scenario.sources.size(), "source"), counted(scenario.desks.size(), "desk"),
      counted(scenario.arrangements.size(), "arrangement"),
      counted(scenario.interventions.size(), "intervention"), to_text(scenario.period.start()),
      to_text(scenario.period.date_at(scenario.period.horizon_day())),
      counted(scenario.replications, "replication")));
  return 0;
}

}  // namespace doorstroom
