// The command line of `doorstroom sweep`.

#include <CLI/CLI.hpp>

#include "app/options.hpp"
#include "app/sweep_command.hpp"

namespace doorstroom {
namespace {

constexpr auto examples = R"(Examples:
  doorstroom sweep places.yaml -o places             begin, or go on where it stopped
  doorstroom sweep status places
  doorstroom sweep show places --kpi dropouts_per_year
  doorstroom sweep extend places --replications 40   more of each, none done again

A plan is a YAML file that names a scenario and the parameters to vary:
  doorstroom: 1
  sweep: places at OZA
  base: scenarios/minimal.yaml
  vary: {arrangements.oza.places: {from: 20, to: 40, step: 5}}
  replications: 20

Everything is kept in the folder, task by task: Ctrl-C, a full disk or a crash costs what was being
done, and no more. Its result.h5 holds the design, every replication and the means.)";

constexpr auto work_examples = R"(Examples:
  doorstroom sweep work places --part 3/200
  seq 200 | parallel --joblog places.log --resume doorstroom sweep work places --part {}/200

Parts may be done in any order, at once, and on several machines that see the folder.)";

constexpr auto extend_examples = R"(Examples:
  doorstroom sweep extend places --replications 40
  doorstroom sweep extend places --points 512)";

constexpr auto submit_examples = R"(Examples:
  doorstroom sweep submit places.yaml -o places --blocks 200 --time 30:00
  doorstroom sweep status places

It submits arrays of jobs, and a job that puts the tasks together when all have ended. Submitted
again, it does what is missing.)";

constexpr auto show_examples = R"(Examples:
  doorstroom sweep show places
  doorstroom sweep show places --kpi oza.entered_within_10w
  doorstroom sweep show places --over arrangements.oza.places desks.youth_team.staff)";

CLI::App& add_on_folder(CLI::App& sweep, const std::string& name, const std::string& what,
                        SweepArguments& arguments) {
  CLI::App& command = *sweep.add_subcommand(name, what);
  command.callback([&arguments, name] { arguments.command = name; });
  command.add_option("DIR", arguments.folder, "Folder of the sweep")->required()->option_text(" ");
  return command;
}

}  // namespace

void add_sweep_options(Menu& menu) {
  const auto kept = std::make_shared<SweepArguments>();
  SweepArguments& arguments = *kept;
  CLI::App& sweep =
      add_command(menu, "sweep", "Run one scenario for many values of its parameters", examples);
  set_action(menu, sweep, kept, sweep_command);
  sweep.require_subcommand(0, 1);
  sweep.add_option("PLAN", arguments.plan, "Plan of the sweep (YAML)")->option_text(" ");
  sweep
      .add_option("-o,--out", arguments.folder,
                  "Folder of the sweep. Default: the plan's name without .yaml, in\n"
                  "the folder where you are")
      ->option_text("DIR");
  add_jobs(menu, sweep, arguments.jobs);
  sweep
      .add_option("--block", arguments.block,
                  "Replications of a task: what is done, kept or lost together.\nDefault: 20")
      ->option_text("N")
      ->check(whole_number(1, 1'000'000, menu.language));

  sweep.add_flag("--no-run", arguments.no_run, "Only make the folder; `sweep work` does the tasks");

  add_on_folder(sweep, "status", "Tell what is done, what is missing and what failed", arguments);
  add_jobs(menu, add_on_folder(sweep, "retry", "Do what is missing, damaged or failed", arguments),
           arguments.jobs);
  add_on_folder(sweep, "merge", "Put the tasks together in result.h5", arguments);

  CLI::App& show =
      add_on_folder(sweep, "show", "Tell how a key figure answers to the parameters", arguments);
  show.footer(show_examples);
  show.add_option("--kpi", arguments.kpi, "The key figure. Default: dropouts_per_year")
      ->option_text("KPI");
  show.add_option("--over", arguments.over,
                  "One or two of the parameters, by path. Default: the first two")
      ->option_text("PATH")
      ->expected(1, 2);

  CLI::App& extend = add_on_folder(
      sweep, "extend", "More replications or points, without doing any again", arguments);
  extend.footer(extend_examples);
  add_jobs(menu, extend, arguments.jobs);
  extend.add_option("--replications", arguments.replications, "So many of each point, in all")
      ->option_text("N")
      ->check(whole_number(1, 1'000'000, menu.language));
  extend.add_option("--points", arguments.points, "So many points, in all")
      ->option_text("N")
      ->check(whole_number(1, 1'000'000, menu.language));

  CLI::App& submit = *sweep.add_subcommand("submit", "Do the tasks on a cluster under Slurm");
  submit.callback([&arguments] { arguments.command = "submit"; });
  submit.footer(submit_examples);
  submit.add_option("PLAN", arguments.plan, "Plan of the sweep (YAML)")
      ->required()
      ->option_text(" ");
  submit.add_option("-o,--out", arguments.folder, "Folder of the sweep, which every node must see")
      ->required()
      ->option_text("DIR");
  submit
      .add_option("--blocks", arguments.slurm.blocks,
                  "In how many jobs. Default: one for each task, at most 200")
      ->option_text("N")
      ->check(whole_number(1, 1'000'000, menu.language));
  submit.add_option("--time", arguments.slurm.time, "Limit of a job, such as 30:00")
      ->option_text("TIME");
  submit.add_option("--partition", arguments.slurm.partition, "Partition of the cluster")
      ->option_text("P");

  CLI::App& work = add_on_folder(sweep, "work", "Do one part of the tasks", arguments);
  work.footer(work_examples);
  add_jobs(menu, work, arguments.jobs);
  work.add_option("--part", arguments.part, "Which part, and of how many")
      ->required()
      ->option_text("I/N");
}

}  // namespace doorstroom
