#include "app/console/run_callbacks.hpp"

namespace doorstroom {

RunCallbacks run_callbacks(const InterruptHandler& interrupt, Progress& progress) {
  return {
      .stop = interrupt.stop_requested(),
      .report = [&progress](const LocalizedText& message) { progress.print_line(message); },
      .progress = [&progress](std::uint32_t done, std::uint32_t of) { progress.show(done, of); }};
}

PoolOptions pool_options(int jobs, const InterruptHandler& interrupt, Progress& progress) {
  const RunCallbacks callbacks = run_callbacks(interrupt, progress);
  return {.jobs = worker_count(jobs),
          .stop = callbacks.stop,
          .report = callbacks.report,
          .progress = callbacks.progress};
}

}  // namespace doorstroom
