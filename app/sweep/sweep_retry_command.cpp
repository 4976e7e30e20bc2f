// doorstroom sweep retry: does the tasks that are missing, damaged or failed, and merges all.

#include "app/shared_options.hpp"
#include "app/sweep/open_sweep.hpp"
#include "app/sweep/sweep_commands.hpp"
#include "app/sweep/sweep_tasks.hpp"

namespace doorstroom {
namespace {

void describe_retry(Options& options, SweepArguments& sweep) {
  add_folder(options, sweep);
  add_jobs(options, sweep.jobs);
}

int run_retry(const SweepArguments& sweep, Language language) {
  const SweepFolder folder = existing_sweep(sweep.folder);
  const Manifest manifest = folder.manifest();
  check_program(folder, manifest, language);
  const SweepLock lock(folder, SweepLock::Kind::whole);
  return do_and_merge(folder, manifest, sweep.jobs, language);
}

}  // namespace

Command sweep_retry_command(const SharedSweepArguments& sweep) {
  return make_reading_command<SweepArguments>(
      "retry", translatable("Compute what is missing, damaged or failed"),
      translatable("Example:\n  doorstroom sweep retry places\n\nTasks that are complete stay as "
                   "they are; result.h5 is made when none is missing."),
      describe_retry, run_retry, sweep);
}

}  // namespace doorstroom
