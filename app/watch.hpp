#pragma once
/// Who hears of long work and may stop it: the progress that is shown, and Ctrl-C.

#include "app/interrupt.hpp"
#include "app/progress.hpp"
#include "engine/replication_pool.hpp"
#include "results/run/scenario_run.hpp"

namespace doorstroom {

/// Of a run. Both must outlive it.
RunWatch watch_of(const InterruptWatch& interrupt, Progress& progress);
/// Of other work in the pool. @param jobs  worker processes; 0: one for each core
PoolOptions pool_of(int jobs, const InterruptWatch& interrupt, Progress& progress);

}  // namespace doorstroom
