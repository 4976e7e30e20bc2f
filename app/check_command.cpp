// doorstroom check: every mistake in a scenario, told in one go.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "app/commands.hpp"
#include "app/output.hpp"
#include "app/warnings.hpp"
#include "models/evidence.hpp"
#include "models/offered_load.hpp"
#include "models/scenario_loader.hpp"
#include "results/targets.hpp"

namespace doorstroom {
namespace {

/// Shares beyond which a list grows without end.
constexpr double full = 1;

std::string load_text(double load) {
  return std::isinf(load) ? "no capacity" : load > 0 ? fmt::format("{:.0f}%", load * 100) : "-";
}

/// How much is asked of every desk and arrangement, when the counted period begins and when it
/// ends.
void print_loads(const Scenario& scenario) {
  const std::vector<OfferedLoad> first = offered_loads(scenario, Instant{});
  const Instant last{scenario.period.horizon().ticks - 1};
  const std::vector<OfferedLoad> final = offered_loads(scenario, last);
  if (first.empty()) return;
  print(fmt::format("\n{:<32}{:>18}{:>14}{:>14}\n", "Offered load", "requests a year",
                    "at the start", "at the end"));
  std::string warnings;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const std::string& id = scenario.nodes[static_cast<std::size_t>(first[i].node)].id;
    print(fmt::format("{:<32}{:>18.0f}{:>14}{:>14}\n", id, first[i].per_year,
                      load_text(first[i].load), load_text(final[i].load)));
    if (std::max(first[i].load, final[i].load) > full && !first[i].can_give_up)
      warnings += fmt::format(
          "warning: more is asked of {} than it can give, and nobody gives up its list\n  the list "
          "would grow all through the run; add capacity, or waiting.leaves_after\n",
          id);
  }
  print(warnings);
}

void print_without_evidence(const Scenario& scenario) {
  const std::vector<std::string> paths = without_evidence(scenario);
  if (paths.empty()) return print("\nEvery parameter has evidence.\n");
  print(fmt::format("\nWithout evidence ({}):\n", paths.size()));
  for (const std::string& path : paths) print(fmt::format("  {}\n", path));
}

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

}  // namespace

int check_command(const std::string& path, const std::vector<std::string>& sets) {
  const LoadedScenario loaded = load_scenario(path, sets);
  const Scenario& scenario = loaded.scenario;
  check_kpi_names(scenario);
  if (const std::string warnings = warnings_of(loaded); !warnings.empty()) print(warnings + "\n");

  print(fmt::format(
      "{}: {} makes sense{}.\n{}, {}, {}, {}; {} to {}, {}.\n", path, scenario.name,
      loaded.warnings.empty() ? "" : ", with " + counted(loaded.warnings.size(), "warning"),
      counted(scenario.sources.size(), "source"), counted(scenario.desks.size(), "desk"),
      counted(scenario.arrangements.size(), "arrangement"),
      counted(scenario.interventions.size(), "intervention"), to_text(scenario.period.start()),
      to_text(scenario.period.date_at(scenario.period.horizon_day())),
      counted(scenario.replications, "replication")));
  print_loads(scenario);
  print_without_evidence(scenario);
  return 0;
}

}  // namespace doorstroom
