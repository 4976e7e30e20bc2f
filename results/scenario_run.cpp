#include "results/scenario_run.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "engine/replication_pool.hpp"
#include "results/replicate.hpp"
#include "results/result_writer.hpp"

namespace doorstroom {
namespace {

int workers_for(int jobs, std::uint32_t replications) {
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  const unsigned wanted = jobs > 0 ? static_cast<unsigned>(jobs) : cores;
  return static_cast<int>(std::min(wanted, replications));
}

}  // namespace

RunOutcome run_to_file(const Scenario& scenario, const RunOrder& order,
                       const Provenance& provenance, RunNotes& notes, const RunWatch& watch) {
  ResultWriter writer(order.out, scenario, provenance, order.force);
  const PoolOptions pool{.jobs = workers_for(order.jobs, scenario.replications),
                         .first = 0,
                         .count = scenario.replications,
                         .stop = watch.stop,
                         .report = watch.report,
                         .progress = watch.progress};
  if (watch.progress) watch.progress(0, scenario.replications);
  run_replications(pool, replicate(scenario, order.visits), [&](std::uint32_t, Pieces rows) {
    notes.look_at_memory();
    writer.append(std::move(rows));
  });
  const RunFacts facts = notes.facts(pool.jobs);
  writer.finish(facts);
  return {writer.work(), facts.wall_seconds};
}

}  // namespace doorstroom
