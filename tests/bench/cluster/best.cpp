#include "tests/bench/cluster/best.hpp"

#include <algorithm>
#include <limits>

namespace doorstroom::bench {
namespace {

/// Merging begins when all else is done.
double soonest(const Cluster& cluster, const SweepWork& work) {
  const Bounds bounds = bounds_of(cluster, work);
  return std::max({bounds.launching, bounds.computing, bounds.serving}) + bounds.merging;
}

}  // namespace

Cut best_cut(const Cluster& cluster, SweepWork work, std::span<const std::uint32_t> runs_per_task,
             std::span<const std::uint64_t> jobs) {
  Cut best;
  best.times.merged = std::numeric_limits<double>::infinity();
  for (const std::uint32_t runs : runs_per_task)
    for (const std::uint64_t some : jobs) {
      work.runs_per_task = runs;
      work.jobs = some;
      if (soonest(cluster, work) >= best.times.merged) continue;
      const SweepTimes times = simulate_cluster(cluster, work);
      if (times.merged < best.times.merged) best = {work, times};
    }
  return best;
}

}  // namespace doorstroom::bench
