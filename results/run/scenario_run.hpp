#pragma once
/// Runs a scenario into a result file: workers simulate the replications, and the parent writes
/// their rows in order of replications. `run` and `rerun` use it, and so does every command that
/// needs a result of its own.

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>

#include "models/messages/message.hpp"
#include "models/scenario/scenario.hpp"
#include "results/figures/stopping_rule.hpp"
#include "results/file/run_facts.hpp"
#include "results/table/packing.hpp"

namespace doorstroom {

/// What is asked of a run. The scenario holds the number of replications and the seed.
struct RunOrder {
  std::string out;           ///< result file
  bool force = false;        ///< replace it if it exists
  int jobs = 0;              ///< worker processes; 0: one for each core
  std::uint32_t visits = 1;  ///< replications of which every youth and visit is kept
  /// A result whose replications are the first of this run; may be the file that is replaced.
  /// Empty: all replications are simulated. @pre check_extension() passes
  std::string extend{};
  /// Ends the run when it is satisfied; the scenario's number of replications is then the maximum.
  /// Null: all are run.
  StoppingRule* until = nullptr;
};

/// Callbacks during a run, and a flag that stops it. Each is optional.
struct RunCallbacks {
  /// Checked often; true ends the run with Interrupted.
  const std::atomic<bool>* stop = nullptr;
  /// What a user should know, such as a worker that died.
  std::function<void(const LocalizedText&)> report{};
  /// Called with the number of replications that are done, and the total.
  std::function<void(std::uint32_t, std::uint32_t)> progress{};
};

/// What a run took, and how it ended.
struct RunOutcome {
  Work work;
  double wall_seconds = 0;
  std::uint32_t replications = 0;  ///< in the file
  /// Nothing was run: the result to be extended is precise enough already.
  bool was_enough = false;
};

/// @param notes  constructed before the scenario was read, so that the time of reading counts
/// @throws InputError when the file cannot be created there; RunError when a worker or the disk
///         fails; Interrupted. No result file is then written, and an existing one is unchanged
RunOutcome run_to_file(const Scenario& scenario, const RunOrder& order,
                       const Provenance& provenance, RunNotes& notes,
                       const RunCallbacks& callbacks = {});

}  // namespace doorstroom
