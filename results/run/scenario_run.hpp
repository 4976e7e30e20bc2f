#pragma once
/// A scenario, run into a result file: every replication simulated by a worker, its rows written in
/// order of replications, and the file named when it is whole. `run`, `rerun` and all that needs a
/// run of its own stand on this.

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>

#include "models/messages/said.hpp"
#include "models/scenario/scenario.hpp"
#include "results/figures/stopping_rule.hpp"
#include "results/file/run_facts.hpp"
#include "results/table/packing.hpp"

namespace doorstroom {

/// What is asked for; how many replications, and with which seed, the scenario says.
struct RunOrder {
  std::string out;           ///< result file
  bool force = false;        ///< replace it if it exists
  int jobs = 0;              ///< worker processes; 0: one for each core
  std::uint32_t visits = 1;  ///< replications of which every youth and visit is kept
  /// A result whose replications are the first of this run; may be the one that is replaced.
  /// check_extension() has passed. Empty: all are simulated.
  std::string extend{};
  /// Ends the run as soon as it says so; then the scenario tells how many replications at most.
  /// May be null: all are run.
  StoppingRule* until = nullptr;
};

/// How a run reports to its caller while it goes on, and how the caller stops it. Each may be left
/// out.
struct RunCallbacks {
  /// Looked at often; true ends the run with Interrupted.
  const std::atomic<bool>* stop = nullptr;
  /// What a user should know, such as a worker that died.
  std::function<void(const Text&)> report{};
  /// How many replications are done, of how many.
  std::function<void(std::uint32_t, std::uint32_t)> progress{};
};

/// What it took.
struct RunOutcome {
  Work work;
  double wall_seconds = 0;
  std::uint32_t replications = 0;  ///< in the file
  /// Nothing was done: the result that was to be extended is precise enough already.
  bool was_enough = false;
};

/// @param notes  taken since the run began, from reading the scenario on
/// @throws InputError when something stands in the way of the file; RunError when a worker or the
///         disk fails; Interrupted. Then there is no result file, and an older one is as it was
RunOutcome run_to_file(const Scenario& scenario, const RunOrder& order,
                       const Provenance& provenance, RunNotes& notes,
                       const RunCallbacks& callbacks = {});

}  // namespace doorstroom
