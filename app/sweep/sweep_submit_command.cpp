// doorstroom sweep submit: submits the tasks to a cluster under Slurm.

#include <boost/algorithm/string/join.hpp>

#include <algorithm>

#include "app/console/output.hpp"
#include "app/sweep/open_sweep.hpp"
#include "app/sweep/slurm.hpp"
#include "app/sweep/sweep_commands.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

struct SweepSubmitArguments {
  explicit SweepSubmitArguments(SharedSweepArguments shared) : sweep(std::move(shared)) {}

  SharedSweepArguments sweep;
  SlurmJobOptions slurm;  ///< blocks 0: one for each task, at most 200
};

constexpr auto sweep_submit_examples = translatable(R"(Examples:
  doorstroom sweep submit places.yaml -o places --blocks 200 --time 30:00
  doorstroom sweep status places

It submits arrays of jobs, and a job that puts the tasks together when all have ended. Submitted
again, it does what is missing.)");

void describe(Options& options, SweepSubmitArguments& arguments) {
  options.positional("PLAN", arguments.sweep->plan, translatable("Plan of the sweep (YAML)"))
      .required();
  options
      .option("-o,--out", "DIR", arguments.sweep->folder,
              translatable("Folder of the sweep, which every node must see"))
      .required();
  options.whole_number("--blocks", "N", arguments.slurm.blocks,
                       translatable("In how many jobs. Default: one for each task, at most 200"),
                       {1, 1'000'000});
  options.option("--time", "TIME", arguments.slurm.time,
                 translatable("Limit of a job, such as 30:00"));
  options.option("--partition", "P", arguments.slurm.partition,
                 translatable("Partition of the cluster"));
}

int run(const SweepSubmitArguments& arguments, Language language) {
  const SweepArguments& sweep = *arguments.sweep;
  const SweepFolder folder(sweep.folder);
  Manifest manifest;
  {
    const SweepLock lock(folder, SweepLock::Kind::whole);
    manifest = open_plan(folder, sweep);
    check_program(folder, manifest, language);
  }
  constexpr std::size_t most_jobs = 200;
  SlurmJobOptions options = arguments.slurm;
  const std::size_t tasks = manifest.tasks().size();
  options.blocks = std::min(options.blocks > 0 ? options.blocks : most_jobs, tasks);
  const SubmittedJobs jobs = submit(folder, options);
  print(message("{0} tasks in {1} jobs: {2}\nThen put together by job {3}.\n`doorstroom sweep "
                "status {4}` tells how far it is; logs are in {5}/slurm\n",
                tasks, options.blocks, boost::join(jobs.arrays, ", "), jobs.merge, folder.path(),
                folder.path())
            .in(language));
  return 0;
}

}  // namespace

Command sweep_submit_command(const SharedSweepArguments& sweep) {
  return make_command<SweepSubmitArguments>(
      "submit", translatable("Compute the tasks on a cluster under Slurm"), sweep_submit_examples,
      describe, run, std::make_shared<SweepSubmitArguments>(sweep));
}

}  // namespace doorstroom
