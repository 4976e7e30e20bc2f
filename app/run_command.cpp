// doorstroom run: scenario in, result file and summary out.

#include <filesystem>
#include <optional>

#include "app/about.hpp"
#include "app/commands.hpp"
#include "app/console/output.hpp"
#include "app/console/run_callbacks.hpp"
#include "app/precision_text.hpp"
#include "app/scenario_input.hpp"
#include "app/shared_options.hpp"
#include "engine/replication_pool.hpp"
#include "engine/resource_usage.hpp"
#include "models/messages/message.hpp"
#include "results/file/kept_inputs.hpp"
#include "results/file/result_reader.hpp"
#include "results/run/engine_counters.hpp"
#include "results/run/extension.hpp"
#include "results/run/forecast.hpp"
#include "results/run/scenario_run.hpp"
#include "results/text/summary.hpp"

namespace doorstroom {
namespace {

struct RunArguments {
  std::string scenario;                       ///< file; empty with `extend`
  std::string extend;                         ///< result to add replications to; empty: none
  std::string out;                            ///< empty: the scenario's name with .h5, here
  std::optional<std::uint32_t> replications;  ///< instead of the scenario's
  std::vector<std::string> until;             ///< "KPI +- AMOUNT": run until all are that precise
  std::optional<std::uint32_t> at_most;       ///< replications, with `until`
  std::string most_memory;                    ///< "4GB"; empty: what is free
  std::optional<std::uint32_t> seed;          ///< instead of the scenario's
  int jobs = 0;                               ///< worker processes; 0: one for each core
  std::optional<std::uint32_t> visits;  ///< keep every visit of the first so many replications
  std::vector<std::string> sets;        ///< "PATH=VALUE"
  bool force = false;                   ///< replace an existing result
  bool verbose = false;                 ///< print the engine's speed and memory
};

constexpr auto run_examples = translatable(R"(Examples:
  doorstroom run scenarios/holland-rijnland.yaml
  doorstroom run scenarios/minimal.yaml --set arrangements.oza.places=30 -o thirty.h5
  doorstroom run scenarios/minimal.yaml --set "desks.*.staff=4 fte" --replications 200
  doorstroom run scenarios/minimal.yaml --seed 7 --jobs 4 --force
  doorstroom run --extend thirty.h5 --replications 200
  doorstroom run scenarios/minimal.yaml --until "oza.wait_p90 +- 2 weeks" --force

The result file is complete or absent: until the run has ended it is called OUT.part.
Ctrl-C stops the run. --extend goes on from a result with its own scenario and seed; afterwards it
is the same as one of so many replications, and until then it is as it was. --until adds
replications until the 95% interval of each named mean is that narrow, and stays so for 5 more.)");

void describe(Options& options, RunArguments& arguments) {
  options.positional("FILE", arguments.scenario, translatable("Scenario (YAML)"))
      .required_unless("--extend");
  options
      .option("-o,--out", "OUT", arguments.out,
              translatable("Result file (HDF5). Default: the scenario's name with .h5, in\nthe "
                           "folder where you are; with --extend the result itself"))
      .names_output();
  options.whole_number("--replications", "N", arguments.replications,
                       translatable("Number of replications. Default: the scenario's"),
                       {1, most_replications});
  options
      .option("--extend", "RESULT", arguments.extend,
              translatable("Add replications to this result, up to --replications in all.\nThe "
                           "scenario need not be named: the result holds it"))
      .names_output();
  options.option("--until", "\"KPI +- AMOUNT\"", arguments.until,
                 translatable("Add replications until the mean of a key figure is known to\n"
                              "within AMOUNT; may be given more than once. --replications is\n"
                              "then the least number, by default 10"));
  options.whole_number("--at-most", "N", arguments.at_most,
                       translatable("Replications with --until. Default: 1000"),
                       {1, most_replications});
  options.whole_number("--seed", "S", arguments.seed,
                       translatable("Seed of the random draws. Default: the scenario's"),
                       {0, any_number});
  add_jobs(options, arguments.jobs);
  options.option(
      "--at-most-memory", "SIZE", arguments.most_memory,
      translatable("Memory of all processes together, such as 4GB. A run that will need\n"
                   "more does not begin. Default: what is free"));
  options.whole_number("--visits", "K", arguments.visits,
                       translatable("Keep every youth and visit of the first K runs. Default: 1"),
                       {0, any_number});
  add_sets(options, arguments.sets);
  options.flag("--force", arguments.force, translatable("Replace the result file if it exists"));
  options.flag("--verbose", arguments.verbose,
               translatable("Print how fast the engine ran and how much memory it held, on\n"
                            "standard error, once the run has ended"));
}

constexpr std::uint32_t least_until = 10;
constexpr std::uint32_t most_until = 1000;

/// How many replications are run: with --until between these two, else both are that number.
struct ReplicationLimits {
  std::uint32_t least = 1;
  std::uint32_t most = 1;
};

ReplicationLimits replication_limits(const RunArguments& arguments, std::uint32_t of_scenario) {
  if (arguments.until.empty()) {
    if (arguments.at_most)
      throw input_error(
          message("--at-most goes with --until\n  say what is to be known how precisely, as in "
                  "--until \"dropouts_per_year +- 2\"; or use --replications"));
    const std::uint32_t all = arguments.replications.value_or(of_scenario);
    return {all, all};
  }
  const std::uint32_t most = arguments.at_most.value_or(most_until);
  const ReplicationLimits count{arguments.replications.value_or(std::min(least_until, most)), most};
  if (count.least > count.most)
    throw input_error(
        message("--replications {0} is more than --at-most {1}\n  with --until, --replications is "
                "the least number",
                count.least, count.most));
  return count;
}

/// What is to be run, and into which file.
struct Plan {
  Scenario scenario;
  RunOrder order;
  ReplicationLimits count;
};

Scenario load(const RunArguments& arguments, Language language) {
  return load_and_warn(arguments.scenario, arguments.sets, language);
}

/// A run of the scenario that the user named.
Plan new_run(const RunArguments& arguments, Language language) {
  Plan plan{load(arguments, language), {}, {}};
  plan.count = replication_limits(arguments, plan.scenario.replications);
  plan.scenario.seed = arguments.seed.value_or(plan.scenario.seed);
  plan.order = {
      .out = arguments.out.empty() ? default_result_path(arguments.scenario) : arguments.out,
      .force = arguments.force,
      .jobs = arguments.jobs,
      .visits = arguments.visits.value_or(1)};
  return plan;
}

/// A run that adds replications to a result, with the scenario that is stored in it.
Plan extension(const RunArguments& arguments, const Provenance& here, Language language) {
  if (arguments.scenario.empty() && !arguments.sets.empty())
    throw input_error(
        message("--set changes the scenario, and a result is extended as it is\n  run the changed "
                "scenario into a file of its own"));
  StoredRun earlier = stored_run(arguments.extend);
  std::optional<Scenario> given;
  if (!arguments.scenario.empty()) {
    given = load(arguments, language);
    refuse_to_replace(arguments.out, paths_of(given->documents));
  }
  const ReplicationLimits count = replication_limits(arguments, earlier.scenario.replications);
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

std::vector<Precision> precisions(const RunArguments& arguments) {
  std::vector<Precision> asked;
  for (const std::string& each : arguments.until) asked.push_back(Precision::parse(each));
  return asked;
}

/// A run that will not fit does not begin; where the user said how much it may take, none takes
/// more.
void keep_within_memory(const RunArguments& arguments, const Plan& plan) {
  const int workers = worker_count(plan.order.jobs);
  const bool asked = !arguments.most_memory.empty();
  const double most = asked ? read_memory(arguments.most_memory) : available_memory();
  check_fits(forecast(plan.scenario, workers), most);
  const double each = most / (workers + 1);  // the workers, and the process that gathers
  if (asked && !lower_limit(RLIMIT_DATA, each))
    throw input_error(message(
        "--at-most-memory: the system takes no limit\n  leave it out, or use fewer --jobs"));
}

int run(const RunArguments& arguments, Language language) {
  const Program program = this_program();
  RunNotes notes(program);
  Plan plan = arguments.extend.empty() ? new_run(arguments, language)
                                       : extension(arguments, program.provenance, language);
  const std::string& out = plan.order.out;
  if (arguments.extend.empty()) refuse_to_replace(out, paths_of(plan.scenario.documents));
  plan.scenario.replications = plan.count.most;
  keep_within_memory(arguments, plan);
  std::optional<StoppingRule> until;
  if (!arguments.until.empty()) {
    until.emplace(plan.scenario, precisions(arguments), plan.count.least);
    plan.order.until = &*until;
  }
  RunOutcome outcome;
  {
    const InterruptHandler interrupt;
    Progress progress(message("replications"), language);
    RunCallbacks callbacks = run_callbacks(interrupt, progress);
    if (until)
      callbacks.progress = [&](std::uint32_t done, std::uint32_t of) {
        progress.show(done, of, reached_text(*until, language));
      };
    outcome = run_to_file(plan.scenario, plan.order, program.provenance, notes, callbacks);
    if (arguments.verbose)
      progress.print_line(counters_text(engine_counters(outcome.work, outcome.wall_seconds)));
  }
  const std::string& result = outcome.was_enough ? arguments.extend : out;
  ResultReader reader(result);
  print(summary(reader, language, output_width()));
  if (until) print_fitted(precision_text(*until, outcome, language));
  print(message("\nResult file: {0}\n", result).in(language));
  return 0;
}

}  // namespace

Command run_command() {
  const auto arguments = std::make_shared<RunArguments>();
  Command command = make_reading_command<RunArguments>(
      "run", translatable("Simulate a scenario, write the result file, print what it found"),
      run_examples, describe, run, arguments);
  command.reads_now = [arguments] { return !arguments->extend.empty(); };
  return command;
}

}  // namespace doorstroom
