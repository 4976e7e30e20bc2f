#include "results/scenario_run.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "engine/error.hpp"
#include "engine/replication_pool.hpp"
#include "results/digest.hpp"
#include "results/replicate.hpp"
#include "results/result_writer.hpp"
#include "results/stored_run.hpp"

namespace doorstroom {
namespace {

int workers_for(int jobs, std::uint32_t replications) {
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  const unsigned wanted = jobs > 0 ? static_cast<unsigned>(jobs) : cores;
  return static_cast<int>(std::min(wanted, replications));
}

/// What is there already goes into the new file.
/// @return how many replications that are
std::uint32_t take_over(const RunOrder& order, const Scenario& scenario, ResultWriter& writer,
                        RunNotes& notes) {
  if (order.extend.empty()) return 0;
  const ResultReader file(order.extend);
  const std::int64_t there = file.integer("replications");
  const bool goes_on = file.text("scenario_sha256") == sha256(scenario.resolved) &&
                       file.integer("seed") == scenario.seed && there < scenario.replications;
  if (!goes_on)
    throw InputError(order.extend + " was replaced meanwhile\n  look at it, and try again");
  writer.go_on_from(file);
  notes.go_on_from(facts_of(file));
  return static_cast<std::uint32_t>(there);
}

}  // namespace

RunOutcome run_to_file(const Scenario& scenario, const RunOrder& order,
                       const Provenance& provenance, RunNotes& notes, const RunWatch& watch) {
  const std::uint32_t all = scenario.replications;
  ResultWriter writer(order.out, scenario, provenance, order.force, order.visits);
  const std::uint32_t there = take_over(order, scenario, writer, notes);
  const auto show = [&](std::uint32_t done) {
    if (watch.progress) watch.progress(there + done, all);
  };
  const PoolOptions pool{.jobs = workers_for(order.jobs, all - there),
                         .first = there,
                         .count = all - there,
                         .stop = watch.stop,
                         .report = watch.report,
                         .progress = [&](std::uint32_t done, std::uint32_t) { show(done); }};
  show(0);
  run_replications(pool, replicate(scenario, order.visits), [&](std::uint32_t, Pieces rows) {
    notes.look_at_memory();
    writer.append(std::move(rows));
  });
  const RunFacts facts = notes.facts(pool.jobs);
  writer.finish(facts);
  return {writer.work(), facts.wall_seconds};
}

}  // namespace doorstroom
