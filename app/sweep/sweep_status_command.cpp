// doorstroom sweep status: prints which tasks are done, missing or failed.

#include "app/console/output.hpp"
#include "app/console/progress.hpp"
#include "app/sweep/open_sweep.hpp"
#include "app/sweep/slurm.hpp"
#include "app/sweep/sweep_commands.hpp"
#include "app/sweep/sweep_tasks.hpp"
#include "models/messages/message.hpp"
#include "results/sweep/task_file.hpp"
#include "results/sweep/task_runner.hpp"

namespace doorstroom {
namespace {

struct TasksFound {
  std::size_t whole = 0;
  std::vector<LocalizedText> failures;
  std::vector<LocalizedText> damaged;
};

/// Reads the result of every task: one that is there may be damaged, or not the task's.
TasksFound look_at(const SweepFolder& folder, const Manifest& manifest,
                   const std::vector<Task>& tasks, Language language) {
  Progress progress(message("tasks"), language);
  TasksFound found;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const std::string id = manifest.task_id(tasks[i]);
    const TaskFound result = read_task(folder.task_path(id), manifest, tasks[i]);
    const LocalizedText why =
        result.state == TaskFound::State::whole ? LocalizedText() : folder.failure(id);
    if (result.state == TaskFound::State::whole)
      ++found.whole;
    else if (!why.empty())
      found.failures.push_back(message("{0}: {1}", in_words(manifest, tasks[i]), why));
    else if (result.state == TaskFound::State::unusable)
      found.damaged.push_back(message("{0}: {1}", folder.task_path(id), result.why));
    progress.show(static_cast<std::uint32_t>(i + 1), static_cast<std::uint32_t>(tasks.size()));
  }
  return found;
}

void describe_status(Options& options, SweepArguments& sweep) {
  add_folder(options, sweep);
}

int run_status(const SweepArguments& sweep, Language language) {
  const SweepFolder folder = existing_sweep(sweep.folder);
  const Manifest manifest = folder.manifest();
  const std::vector<Task> tasks = manifest.tasks();
  const TasksFound found = look_at(folder, manifest, tasks, language);
  print(message("{0}: {1} points, {2}, in {3} tasks\n{4} done, {5} failed, {6} to do\n",
                manifest.name, manifest.points.size(), replications_text(manifest), tasks.size(),
                found.whole, found.failures.size(),
                tasks.size() - found.whole - found.failures.size())
            .in(language));
  print(failure_lines(found.failures, language));
  if (!found.damaged.empty())
    print(message_plural("{0} of those to do is there, but damaged:\n{1}",
                         "{0} of those to do are there, but damaged:\n{1}", found.damaged.size(),
                         failure_lines(found.damaged, language))
              .in(language));
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
