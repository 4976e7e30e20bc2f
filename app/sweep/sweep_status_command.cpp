// doorstroom sweep status: prints which tasks are done, missing or failed.

#include "app/console/output.hpp"
#include "app/sweep/open_sweep.hpp"
#include "app/sweep/slurm.hpp"
#include "app/sweep/sweep_commands.hpp"
#include "app/sweep/sweep_tasks.hpp"
#include "models/messages/message.hpp"
#include "results/sweep/task_runner.hpp"

namespace doorstroom {
namespace {

void describe_status(Options& options, SweepArguments& sweep) {
  add_folder(options, sweep);
}

int run_status(const SweepArguments& sweep, Language language) {
  const SweepFolder folder = existing_sweep(sweep.folder);
  const Manifest manifest = folder.manifest();
  const std::vector<Task> tasks = manifest.tasks();
  std::size_t done = 0;
  std::vector<LocalizedText> failures;
  for (const Task& task : tasks) {
    const std::string id = manifest.task_id(task);
    if (folder.is_done(id))
      ++done;
    else if (const LocalizedText why = folder.failure(id); !why.empty())
      failures.push_back(message("{0}: {1}", in_words(manifest, task), why));
  }
  print(message("{0}: {1} points, {2}, in {3} tasks\n{4} done, {5} failed, {6} to do\n",
                manifest.name, manifest.points.size(), replications_text(manifest), tasks.size(),
                done, failures.size(), tasks.size() - done - failures.size())
            .in(language));
  print(failure_lines(failures, language));
  if (const LocalizedText who = SweepLock::holder(folder); !who.empty())
    print(message("{0} works on it\n", who).in(language));
  if (const std::string state = slurm_state(folder); !state.empty())
    print(message("Slurm: {0}\n", state).in(language));
  return 0;
}

}  // namespace

Command sweep_status_command(const SharedSweepArguments& sweep) {
  return make_reading_command<SweepArguments>(
      "status", translatable("Show what is done, what is missing and what failed"),
      translatable(
          "Example:\n  doorstroom sweep status places\n\nIt works while the sweep runs, too."),
      describe_status, run_status, sweep);
}

}  // namespace doorstroom
