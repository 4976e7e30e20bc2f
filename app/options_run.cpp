// Behind `doorstroom run` and `doorstroom rerun`.

#include "app/commands.hpp"
#include "app/options.hpp"

namespace doorstroom {
namespace {

constexpr auto run_examples = R"(Examples:
  doorstroom run scenarios/holland-rijnland.yaml
  doorstroom run scenarios/minimal.yaml --set arrangements.oza.places=30 -o thirty.h5
  doorstroom run scenarios/minimal.yaml --set "desks.*.staff=4 fte" --replications 200
  doorstroom run scenarios/minimal.yaml --seed 7 --jobs 4 --force
  doorstroom run --extend thirty.h5 --replications 200
  doorstroom run scenarios/minimal.yaml --until "oza.wait_p90 +- 2 weeks" --force

The result file is complete or absent: until the run has ended it is called OUT.part.
Ctrl-C stops the run. --extend goes on from a result with its own scenario and seed; afterwards it
is the same as one of so many replications, and until then it is as it was. --until adds
replications until the 95% interval of each named mean is that narrow, and stays so for 5 more.)";

constexpr auto rerun_examples = R"(Examples:
  doorstroom rerun minimal.h5
  doorstroom rerun minimal.h5 -o again.h5

It runs the scenario in the file once more, with its seed, and tells in what the two differ, if in
anything. The file itself is not touched. Exit code 0: the same; 1: not.)";

}  // namespace

void add_run_options(Menu& menu) {
  const auto run = std::make_shared<RunArguments>();
  CLI::App& command = add_command(
      menu, "run", "Simulate a scenario, write the result file, print what it found", run_examples);
  command.add_option("FILE", run->scenario, "Scenario (YAML)")->option_text(" ");
  command
      .add_option("-o,--out", run->out,
                  "Result file (HDF5). Default: the scenario's name with .h5, in\n"
                  "the folder where you are; with --extend the result itself")
      ->option_text("OUT");
  command.add_option("--replications", run->replications, "How many runs. Default: the scenario's")
      ->option_text("N")
      ->check(whole_number(1, most_replications, menu.language));
  command
      .add_option("--extend", run->extend,
                  "Add replications to this result, up to --replications in all.\n"
                  "The scenario need not be named: the result holds it")
      ->option_text("RESULT");
  command
      .add_option("--until", run->until,
                  "Add replications until the mean of a key figure is known so well;\n"
                  "may be given more than once. --replications is then the least\n"
                  "number, by default 10")
      ->option_text("\"KPI +- AMOUNT\"")
      ->allow_extra_args(false);
  command.add_option("--at-most", run->at_most, "Replications with --until. Default: 1000")
      ->option_text("N")
      ->check(whole_number(1, most_replications, menu.language));
  command.add_option("--seed", run->seed, "Seed of all chance. Default: the scenario's")
      ->option_text("S")
      ->check(whole_number(0, any_number, menu.language));
  add_jobs(menu, command, run->jobs);
  command
      .add_option("--visits", run->visits,
                  "Keep every youth and visit of the first K runs. Default: 1")
      ->option_text("K")
      ->check(whole_number(0, any_number, menu.language));
  add_sets(command, run->sets);
  command.add_flag("--force", run->force, "Replace the result file if it exists");
  command.add_flag("--verbose", run->verbose,
                   "Tell how fast the engine was and what memory it held, on\n"
                   "standard error, once the run has ended");
  command.parse_complete_callback([run] {
    if (run->scenario.empty() && run->extend.empty()) throw CLI::RequiredError("FILE");
  });
  set_action(menu, command, run, run_command);
}

void add_rerun_options(Menu& menu) {
  const auto rerun = std::make_shared<RerunArguments>();
  CLI::App& command =
      add_command(menu, "rerun", "Run a result's scenario again, and tell whether it is the same",
                  rerun_examples);
  add_file(command, "FILE", rerun->result, "Result file (HDF5)");
  command
      .add_option("-o,--out", rerun->out,
                  "Keep the new result here. Default: it is made in the system's\n"
                  "folder for temporary files, and removed")
      ->option_text("OUT");
  add_jobs(menu, command, rerun->jobs);
  set_action(menu, command, rerun, rerun_command);
}

}  // namespace doorstroom
