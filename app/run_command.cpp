// doorstroom run: scenario in, result file and summary out.

#include <filesystem>
#include <optional>

#include "app/about.hpp"
#include "app/commands.hpp"
#include "app/output.hpp"
#include "app/precision_text.hpp"
#include "app/scenario_input.hpp"
#include "app/watch.hpp"
#include "models/messages/said.hpp"
#include "results/run/engine_counters.hpp"
#include "results/run/extension.hpp"
#include "results/run/scenario_run.hpp"

namespace doorstroom {
namespace {

constexpr std::uint32_t least_until = 10;
constexpr std::uint32_t most_until = 1000;

/// How many replications are run; with --until at most, of how many at least.
struct Count {
  std::uint32_t least = 1;
  std::uint32_t most = 1;
};

Count count_of(const RunArguments& arguments, std::uint32_t of_scenario) {
  if (arguments.until.empty()) {
    if (arguments.at_most)
      throw input_error(
          "--at-most goes with --until\n  say what is to be known how precisely, "
          "as in --until \"dropouts_per_year +- 2\"; or use --replications");
    const std::uint32_t all = arguments.replications.value_or(of_scenario);
    return {all, all};
  }
  const std::uint32_t most = arguments.at_most.value_or(most_until);
  const Count count{arguments.replications.value_or(std::min(least_until, most)), most};
  if (count.least > count.most)
    throw input_error(
        say("--replications {} is more than --at-most {}\n  with --until, "
            "--replications is the least number",
            count.least, count.most));
  return count;
}

/// What is to be run, and into which file.
struct Plan {
  Scenario scenario;
  RunOrder order;
  Count count;
};

Scenario load(const RunArguments& arguments) {
  return load_and_warn(arguments.scenario, arguments.sets, arguments.language);
}

Plan fresh(const RunArguments& arguments) {
  Plan plan{load(arguments), {}, {}};
  plan.count = count_of(arguments, plan.scenario.replications);
  plan.scenario.seed = arguments.seed.value_or(plan.scenario.seed);
  plan.order = {
      .out = arguments.out.empty() ? default_result_path(arguments.scenario) : arguments.out,
      .force = arguments.force,
      .jobs = arguments.jobs,
      .visits = arguments.visits.value_or(1)};
  return plan;
}

/// Going on from a result: what it was made from stands in it.
Plan extension(const RunArguments& arguments, const Provenance& here) {
  if (arguments.scenario.empty() && !arguments.sets.empty())
    throw input_error(
        "--set changes the scenario, and a result is extended as it is\n  run "
        "the changed scenario into a file of its own");
  StoredRun earlier = stored_run(arguments.extend);
  std::optional<Scenario> given;
  if (!arguments.scenario.empty()) given = load(arguments);
  const Count count = count_of(arguments, earlier.scenario.replications);
  check_extension(arguments.extend, earlier,
                  {.replications = count.most,
                   .seed = arguments.seed,
                   .visits = arguments.visits,
                   .given = given ? &*given : nullptr,
                   .force = arguments.force},
                  here);
  Plan plan{std::move(earlier.scenario), {}, count};
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
void refuse_to_replace_input(const std::string& out, const Scenario& scenario) {
  for (const Document& document : scenario.documents) {
    std::error_code ignored;
    if (std::filesystem::equivalent(out, document.path, ignored))
      throw input_error(
          say("{} is a file that the scenario is read from\n  give the result another "
              "name, such as "
              "-o out.h5",
              out));
  }
}

std::vector<Precision> precisions(const RunArguments& arguments) {
  std::vector<Precision> asked;
  for (const std::string& each : arguments.until) asked.push_back(Precision::parse(each));
  return asked;
}

}  // namespace

int run_command(const RunArguments& arguments) {
  const Language language = arguments.language;
  const InterruptWatch interrupt;
  const Program program = this_program();
  RunNotes notes(program);
  Plan plan =
      arguments.extend.empty() ? fresh(arguments) : extension(arguments, program.provenance);
  const std::string& out = plan.order.out;
  refuse_to_replace_input(out, plan.scenario);
  plan.scenario.replications = plan.count.most;
  std::optional<StoppingRule> until;
  if (!arguments.until.empty()) {
    until.emplace(plan.scenario, precisions(arguments), plan.count.least);
    plan.order.until = &*until;
  }
  RunOutcome outcome;
  {
    Progress progress("replications", language);
    RunWatch watch = watch_of(interrupt, progress);
    if (until)
      watch.progress = [&](std::uint32_t done, std::uint32_t of) {
        progress.show(done, of, reached_text(*until, language));
      };
    outcome = run_to_file(plan.scenario, plan.order, program.provenance, notes, watch);
    if (arguments.verbose)
      progress.say(counters_text(engine_counters(outcome.work, outcome.wall_seconds)));
  }
  const std::string& result = outcome.was_enough ? arguments.extend : out;
  const int shown = show_command({result, language});
  if (until) print(precision_text(*until, outcome, language));
  print(say("\nResult file: {}\n", result).in(language));
  return shown;
}

}  // namespace doorstroom
