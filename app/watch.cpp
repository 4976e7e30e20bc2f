#include "app/watch.hpp"

namespace doorstroom {

RunWatch watch_of(const InterruptWatch& interrupt, Progress& progress) {
  return {
      .stop = interrupt.requested(),
      .report = [&progress](const Text& message) { progress.say(message); },
      .progress = [&progress](std::uint32_t done, std::uint32_t of) { progress.show(done, of); }};
}

PoolOptions pool_of(int jobs, const InterruptWatch& interrupt, Progress& progress) {
  const RunWatch watch = watch_of(interrupt, progress);
  return {.jobs = worker_count(jobs),
          .stop = watch.stop,
          .report = watch.report,
          .progress = watch.progress};
}

}  // namespace doorstroom
