// doorstroom sweep status: prints which tasks are done, missing or failed.

#include "app/console/output.hpp"
#include "app/sweep/open_sweep.hpp"
#include "app/sweep/slurm.hpp"
#include "app/sweep/sweep_commands.hpp"
#include "app/sweep/sweep_tasks.hpp"
#include "models/messages/said.hpp"
#include "results/experiment/task_runner.hpp"

namespace doorstroom {
namespace {

void describe(Options& options, SweepArguments& sweep) {
  add_folder(options, sweep);
}

int run(const SweepArguments& sweep, Language language) {
  const SweepFolder folder = existing_sweep(sweep.folder);
  const Manifest manifest = folder.manifest();
  const std::vector<Task> tasks = manifest.tasks();
  std::size_t done = 0;
  std::vector<Text> failures;
  for (const Task& task : tasks) {
    const std::string id = manifest.task_id(task);
    if (folder.is_done(id))
      ++done;
    else if (const Text why = folder.failure(id); !why.empty())
      failures.push_back(say("{}: {}", in_words(manifest, task), why));
  }
  print(say("{}: {} points, {}, in {} tasks\n{} done, {} failed, {} to do\n", manifest.name,
            manifest.points.size(), replications_text(manifest), tasks.size(), done,
            failures.size(), tasks.size() - done - failures.size())
            .in(language));
  print(failure_lines(failures, language));
  if (const Text who = SweepLock::holder(folder); !who.empty())
    print(say("{} works on it\n", who).in(language));
  if (const std::string state = slurm_state(folder); !state.empty())
    print(say("Slurm: {}\n", state).in(language));
  return 0;
}

}  // namespace

Command sweep_status_command(const SharedSweepArguments& sweep) {
  return make_command<SweepArguments>(
      "status", "Tell what is done, what is missing and what failed", "", describe, run, sweep);
}

}  // namespace doorstroom
