// doorstroom sweep merge: merges the results of all tasks into result.h5.

#include "app/sweep/open_sweep.hpp"
#include "app/sweep/sweep_commands.hpp"
#include "app/sweep/sweep_tasks.hpp"

namespace doorstroom {
namespace {

void describe_merge(Options& options, SweepArguments& sweep) {
  add_folder(options, sweep);
}

int run_merge(const SweepArguments& sweep, Language language) {
  const SweepFolder folder = existing_sweep(sweep.folder);
  const Manifest manifest = folder.manifest();
  check_program(folder, manifest, language);
  return merge_tasks(folder, manifest, language);
}

}  // namespace

Command sweep_merge_command(const SharedSweepArguments& sweep) {
  return make_reading_command<SweepArguments>(
      "merge", translatable("Put the tasks together in result.h5"),
      translatable("Example:\n  doorstroom sweep merge places\n\nUse it after `sweep work`, when "
                   "every part is done. `sweep` and `retry` do it themselves."),
      describe_merge, run_merge, sweep);
}

}  // namespace doorstroom
