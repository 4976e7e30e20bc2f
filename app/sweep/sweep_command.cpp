// doorstroom sweep PLAN: runs one scenario for many values of its parameters. Its folder keeps
// every finished task, so that a sweep goes on after any interruption.

#include <filesystem>

#include "app/commands.hpp"
#include "app/console/output.hpp"
#include "app/shared_options.hpp"
#include "app/sweep/open_sweep.hpp"
#include "app/sweep/sweep_commands.hpp"
#include "app/sweep/sweep_tasks.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

constexpr auto sweep_examples = translatable(R"(Examples:
  doorstroom sweep places.yaml -o places             begin, or go on where it stopped
  doorstroom sweep status places
  doorstroom sweep show places --kpi dropouts_per_year
  doorstroom sweep extend places --replications 40   more of each, none done again

A plan is a YAML file that names a scenario and the parameters to vary:
  doorstroom: 1
  sweep: places at OZA
  base: scenarios/minimal.yaml
  vary: {{arrangements.oza.places: {{from: 20, to: 40, step: 5}}}}
  replications: 20

Everything is kept in the folder, task by task: Ctrl-C, a full disk or a crash costs what was being
done, and no more. Its result.h5 holds the design, every replication and the means.)");

void describe(Options& options, SweepArguments& sweep) {
  options.positional("PLAN", sweep.plan, translatable("Plan of the sweep (YAML)"));
  options
      .option("-o,--out", "DIR", sweep.folder,
              translatable("Folder of the sweep. Default: the plan's name without .yaml, "
                           "in\nthe folder where you are"))
      .names_output();
  add_jobs(options, sweep.jobs);
  options.whole_number("--block", "N", sweep.block,
                       translatable("Replications in a task, which is computed, kept or lost as a\n"
                                    "whole. Default: 20"),
                       {1, 1'000'000});
  options.flag("--no-run", sweep.no_run,
               translatable("Only make the folder; `sweep work` does the tasks"));
}

int run(const SweepArguments& sweep, Language language) {
  if (sweep.plan.empty())
    throw input_error(
        message("sweep: there is no plan\n  name one, such as `doorstroom sweep places.yaml -o "
                "places`; `doorstroom sweep --help` says how it is written"));
  const std::string path =
      sweep.folder.empty() ? std::filesystem::path(sweep.plan).stem().string() : sweep.folder;
  const SweepFolder folder(path);
  const SweepLock lock(folder, SweepLock::Kind::whole);
  const Manifest manifest = open_plan(folder, sweep);
  check_program(folder, manifest, language);
  if (!sweep.no_run) return do_and_merge(folder, manifest, sweep.jobs, language);
  print(message("{0}: {1} tasks to do\n", folder.path(), manifest.tasks().size()).in(language));
  return 0;
}

}  // namespace

void add_folder(Options& options, SweepArguments& sweep) {
  options.positional("DIR", sweep.folder, translatable("Folder of the sweep"))
      .required()
      .names_output();
}

Command sweep_command() {
  const auto sweep = std::make_shared<SweepArguments>();
  Command command = make_reading_command<SweepArguments>(
      "sweep", translatable("Run one scenario for many values of its parameters"), sweep_examples,
      describe, run, sweep);
  for (const auto& make : sweep_subcommands) command.subcommands.push_back(make(sweep));
  return command;
}

}  // namespace doorstroom
