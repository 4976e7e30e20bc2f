// doorstroom run: scenario in, result file and summary out.

#include <fmt/format.h>

#include <filesystem>

#include "app/about.hpp"
#include "app/commands.hpp"
#include "app/interrupt.hpp"
#include "app/output.hpp"
#include "app/progress.hpp"
#include "app/warnings.hpp"
#include "engine/error.hpp"
#include "models/said.hpp"
#include "models/scenario_loader.hpp"
#include "results/engine_counters.hpp"
#include "results/scenario_run.hpp"
#include "results/targets.hpp"

namespace doorstroom {
namespace {

/// holland-rijnland.h5 in the current folder, for scenarios/holland-rijnland.yaml.
std::string default_result_path(const std::string& scenario) {
  return std::filesystem::path(scenario).filename().replace_extension(".h5").string();
}

Scenario load(const RunArguments& arguments) {
  LoadedScenario loaded = load_scenario(arguments.scenario, arguments.sets, arguments.language);
  if (const std::string warnings = warnings_of(loaded, arguments.language); !warnings.empty())
    tell(warnings);
  Scenario scenario = std::move(loaded.scenario);
  check_kpi_names(scenario);
  scenario.replications = arguments.replications.value_or(scenario.replications);
  scenario.seed = arguments.seed.value_or(scenario.seed);
  return scenario;
}

/// With --force a slip of the hand could replace the scenario by its own result.
void refuse_to_replace_input(const std::string& out, const Scenario& scenario, Language language) {
  for (const Document& document : scenario.documents) {
    std::error_code ignored;
    if (std::filesystem::equivalent(out, document.path, ignored))
      throw InputError(say("{} is a file that the scenario is read from\n  give the result another "
                           "name, such as "
                           "-o out.h5",
                           out)
                           .in(language));
  }
}

}  // namespace

int run_command(const RunArguments& arguments) {
  const InterruptWatch interrupt;
  const Program program = this_program();
  RunNotes notes(program);
  const Scenario scenario = load(arguments);
  const std::string out =
      arguments.out.empty() ? default_result_path(arguments.scenario) : arguments.out;
  refuse_to_replace_input(out, scenario, arguments.language);
  {
    Progress progress("replications", arguments.language);
    const RunWatch watch{
        .stop = interrupt.requested(),
        .report = [&](const std::string& message) { progress.say(message); },
        .progress = [&](std::uint32_t done, std::uint32_t of) { progress.show(done, of); }};
    const RunOutcome outcome = run_to_file(
        scenario,
        {.out = out, .force = arguments.force, .jobs = arguments.jobs, .visits = arguments.visits},
        program.provenance, notes, watch);
    if (arguments.verbose)
      progress.say(counters_text(engine_counters(outcome.work, outcome.wall_seconds)));
  }
  const int shown = show_command(out, arguments.language);
  print(say("\nResult file: {}\n", out).in(arguments.language));
  return shown;
}

}  // namespace doorstroom
