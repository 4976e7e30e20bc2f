#include "app/sweep/sweep_tasks.hpp"

#include <algorithm>

#include "app/console/output.hpp"
#include "app/console/run_callbacks.hpp"
#include "results/file/run_facts.hpp"
#include "results/sweep/sweep_result.hpp"
#include "results/sweep/task_runner.hpp"

namespace doorstroom {

std::string failure_lines(const std::vector<LocalizedText>& failures, Language language) {
  constexpr std::size_t most = 10;
  std::string text;
  for (std::size_t i = 0; i < std::min(most, failures.size()); ++i)
    text += "  " + failures[i].in(language) + "\n";
  if (failures.size() > most)
    text += message("  ... and {0} more\n", failures.size() - most).in(language);
  return text;
}

bool do_tasks(const SweepFolder& folder, const Manifest& manifest, const std::vector<Task>& tasks,
              int jobs, Language language) {
  const InterruptHandler interrupt;
  Progress progress(message("tasks"), language);
  TasksDone done;
  try {
    done = run_tasks(folder, manifest, tasks, pool_options(jobs, interrupt, progress));
  } catch (const Interrupted&) {
    throw StoppedByUser{message(
        "Stopped. What is done is kept; go on with `doorstroom sweep retry {0}`.", folder.path())};
  }
  if (done.failures.empty()) return true;
  progress.print_line(message(
      "{0} of {1} tasks failed:\n{2}The others are done. `doorstroom sweep retry {3}` does these "
      "once more.",
      done.failures.size(), tasks.size(), failure_lines(done.failures, language), folder.path()));
  return false;
}

int merge_tasks(const SweepFolder& folder, const Manifest& manifest, Language language) {
  Progress progress(message("tasks"), language);
  merge(folder, manifest, utc_now(),
        [&](std::uint32_t done, std::uint32_t of) { progress.show(done, of); });
  print(message("{0} points, {1}\nResult file: {2}\n", manifest.points.size(),
                replications_text(manifest), folder.result_path())
            .in(language));
  return 0;
}

int do_and_merge(const SweepFolder& folder, const Manifest& manifest, int jobs, Language language) {
  if (!do_tasks(folder, manifest, manifest.tasks(), jobs, language)) return 1;
  return merge_tasks(folder, manifest, language);
}

}  // namespace doorstroom
