// doorstroom run: scenario in, result file and summary out.

#include <fmt/format.h>

#include <filesystem>
#include <optional>

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
#include "results/extension.hpp"
#include "results/scenario_run.hpp"
#include "results/targets.hpp"

namespace doorstroom {
namespace {

/// holland-rijnland.h5 in the current folder, for scenarios/holland-rijnland.yaml.
std::string default_result_path(const std::string& scenario) {
  return std::filesystem::path(scenario).filename().replace_extension(".h5").string();
}

/// What is to be run, and into which file.
struct Plan {
  Scenario scenario;
  RunOrder order;
};

Scenario load(const RunArguments& arguments) {
  LoadedScenario loaded = load_scenario(arguments.scenario, arguments.sets, arguments.language);
  if (const std::string warnings = warnings_of(loaded, arguments.language); !warnings.empty())
    tell(warnings);
  check_kpi_names(loaded.scenario);
  return std::move(loaded.scenario);
}

Plan fresh(const RunArguments& arguments) {
  Plan plan{load(arguments), {}};
  plan.scenario.replications = arguments.replications.value_or(plan.scenario.replications);
  plan.scenario.seed = arguments.seed.value_or(plan.scenario.seed);
  plan.order = {
      .out = arguments.out.empty() ? default_result_path(arguments.scenario) : arguments.out,
      .force = arguments.force,
      .jobs = arguments.jobs,
      .visits = arguments.visits.value_or(1),
      .extend = {}};
  return plan;
}

/// Going on from a result: what it was made from stands in it.
Plan extension(const RunArguments& arguments, const Provenance& here) {
  const Language language = arguments.language;
  if (arguments.scenario.empty() && !arguments.sets.empty())
    throw InputError(Text("--set changes the scenario, and a result is extended as it is\n  run "
                          "the changed scenario into a file of its own")
                         .in(language));
  StoredRun earlier = stored_run(arguments.extend, language);
  std::optional<Scenario> given;
  if (!arguments.scenario.empty()) given = load(arguments);
  check_extension(arguments.extend, earlier,
                  {.replications = arguments.replications.value_or(earlier.scenario.replications),
                   .seed = arguments.seed,
                   .visits = arguments.visits,
                   .given = given ? &*given : nullptr,
                   .force = arguments.force},
                  here, language);
  Plan plan{std::move(earlier.scenario), {}};
  plan.scenario.replications = *arguments.replications;
  std::error_code ignored;
  const bool in_place = arguments.out.empty() ||
                        std::filesystem::equivalent(arguments.out, arguments.extend, ignored);
  plan.order = {.out = in_place ? arguments.extend : arguments.out,
                .force = in_place || arguments.force,
                .jobs = arguments.jobs,
                .visits = earlier.visits,
                .extend = arguments.extend};
  return plan;
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
  const auto [scenario, order] =
      arguments.extend.empty() ? fresh(arguments) : extension(arguments, program.provenance);
  const std::string& out = order.out;
  refuse_to_replace_input(out, scenario, arguments.language);
  {
    Progress progress("replications", arguments.language);
    const RunWatch watch{
        .stop = interrupt.requested(),
        .report = [&](const std::string& message) { progress.say(message); },
        .progress = [&](std::uint32_t done, std::uint32_t of) { progress.show(done, of); }};
    const RunOutcome outcome = run_to_file(scenario, order, program.provenance, notes, watch);
    if (arguments.verbose)
      progress.say(counters_text(engine_counters(outcome.work, outcome.wall_seconds)));
  }
  const int shown = show_command({out, arguments.language});
  print(say("\nResult file: {}\n", out).in(arguments.language));
  return shown;
}

}  // namespace doorstroom
