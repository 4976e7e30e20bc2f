#include "results/file/run_facts.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>

#include "engine/resource_usage.hpp"
#include "results/file/command_process.hpp"

namespace doorstroom {
namespace {

using std::chrono::steady_clock;

/// Largest memory that one process of the run held [byte].
std::uint64_t peak_memory() {
  rusage self{};
  rusage workers{};
  getrusage(RUSAGE_SELF, &self);
  getrusage(RUSAGE_CHILDREN, &workers);
  return static_cast<std::uint64_t>(std::max(self.ru_maxrss, workers.ru_maxrss)) * 1024;
}

/// Processor time of this thread, without workers and without those that pack chunks [s].
double processor_seconds() {
  rusage self{};
  getrusage(RUSAGE_THREAD, &self);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(self.ru_utime) + seconds(self.ru_stime);
}

}  // namespace

std::string utc_now() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

RunNotes::RunNotes(const Program& program)
    : start_(steady_clock::now()), collecting_since_(processor_seconds()) {
  facts_.started = utc_now();
  facts_.host = host_name();
  facts_.compiler = program.compiler;
  facts_.library_versions = program.library_versions;
}

void RunNotes::continue_from(const RunFacts& earlier) {
  facts_.started = earlier.started;
  facts_.peak_memory_bytes = earlier.peak_memory_bytes;
  facts_.anonymous_bytes = std::max(facts_.anonymous_bytes, earlier.anonymous_bytes);
  facts_.collecting_seconds += earlier.collecting_seconds;
  earlier_seconds_ += earlier.wall_seconds;
}

void RunNotes::sample_memory() {
  facts_.anonymous_bytes = std::max(facts_.anonymous_bytes, anonymous_memory());
}

RunFacts RunNotes::facts(int workers) const {
  RunFacts facts = facts_;
  facts.ended = utc_now();
  facts.wall_seconds =
      earlier_seconds_ + std::chrono::duration<double>(steady_clock::now() - start_).count();
  facts.collecting_seconds += processor_seconds() - collecting_since_;
  facts.peak_memory_bytes = std::max(facts_.peak_memory_bytes, peak_memory());
  facts.workers = workers;
  return facts;
}

}  // namespace doorstroom
