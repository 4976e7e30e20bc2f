#include "results/run/scenario_run.hpp"

#include <algorithm>
#include <utility>

#include "engine/replication_pool.hpp"
#include "models/messages/message.hpp"
#include "results/file/digest.hpp"
#include "results/rows/replicate.hpp"
#include "results/run/result_writer.hpp"
#include "results/run/stored_run.hpp"

namespace doorstroom {
namespace {

/// Copies the replications of the result that is extended.
/// @return their number
std::uint32_t take_over(const RunOrder& order, const Scenario& scenario, ResultWriter& writer,
                        RunNotes& notes) {
  if (order.extend.empty()) return 0;
  const ResultReader file(order.extend);
  const std::int64_t there = file.integer("replications");
  const bool goes_on = file.text("scenario_sha256") == sha256(scenario.resolved) &&
                       file.integer("seed") == scenario.seed && there < scenario.replications;
  if (!goes_on)
    throw input_error(
        message("{0} was replaced meanwhile\n  look at it, and try again", order.extend));
  writer.continue_from(file);
  notes.continue_from(facts_of(file));
  return static_cast<std::uint32_t>(there);
}

}  // namespace

RunOutcome run_to_file(const Scenario& scenario, const RunOrder& order,
                       const Provenance& provenance, RunNotes& notes,
                       const RunCallbacks& callbacks) {
  const std::uint32_t most = scenario.replications;
  ResultWriter writer(order.out, scenario, provenance, order.force, order.visits);
  if (order.until != nullptr)
    writer.set_listener(
        [&](const TableSpec& table, const TableData& rows) { order.until->add(table, rows); });
  const std::uint32_t before = take_over(order, scenario, writer, notes);
  std::uint32_t there = before;
  const auto enough = [&] { return order.until != nullptr && order.until->enough(there); };
  const auto show = [&] {
    if (callbacks.progress) callbacks.progress(there, most);
  };
  if (enough()) return {writer.work(), 0, there, true};
  const PoolOptions pool{.jobs = static_cast<int>(std::min(
                             static_cast<std::uint32_t>(worker_count(order.jobs)), most - before)),
                         .first = before,
                         .count = most - before,
                         .stop = callbacks.stop,
                         .report = callbacks.report,
                         .enough = enough};
  show();
  run_replications(pool, replicate(scenario, order.visits), [&](std::uint32_t, Pieces rows) {
    notes.sample_memory();
    writer.append(std::move(rows));
    ++there;
    show();
  });
  const RunFacts facts = notes.facts(pool.jobs);
  writer.finish(facts);
  return {writer.work(), facts.wall_seconds, there};
}

}  // namespace doorstroom
