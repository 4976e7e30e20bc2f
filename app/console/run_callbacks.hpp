#pragma once
/// Connects long work to the user: it reports to the progress display, and Ctrl-C stops it.

#include "app/console/interrupt.hpp"
#include "app/console/progress.hpp"
#include "engine/replication_pool.hpp"
#include "results/run/scenario_run.hpp"

namespace doorstroom {

/// For a run. The interrupt handler and the progress must outlive it.
RunCallbacks run_callbacks(const InterruptHandler& interrupt, Progress& progress);
/// For other work in the pool, likewise. @param jobs  worker processes; 0: one for each core
PoolOptions pool_options(int jobs, const InterruptHandler& interrupt, Progress& progress);

}  // namespace doorstroom
