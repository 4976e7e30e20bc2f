#pragma once
/// What a sweep consists of, once and for all: the scenario with everything that it was read from,
/// every design point, what is kept of each replication, and in which tasks the work is cut. Any
/// machine that sees the folder can do any task from it, and two that do the same one write the
/// same.
///
/// A manifest is never changed. A sweep that is extended gets another one, which holds all of the
/// last and says by its hash from which it came.

#include <cstdint>
#include <string>
#include <vector>

#include "models/loading/scenario_loader.hpp"
#include "models/loading/sweep_plan.hpp"
#include "models/messages/said.hpp"
#include "results/experiment/sample.hpp"

namespace doorstroom {

/// The program that computes; results of another may differ.
struct ProgramVersion {
  std::string version;
  std::string git_commit;
  std::string random_scheme;
};

/// One combination of values, by factor, as canonical JSON.
struct SweepPoint {
  std::vector<std::string> values;
  std::string sha256;  ///< of the scenario's own hash and the values
};

/// Points and replications that were asked for together: each of the points gets each of the
/// replications.
struct Batch {
  std::uint32_t first_point = 0;
  std::uint32_t points = 0;
  ReplicationRange replications;
};

/// Some replications of one point, done in one go. With `until`, at most so many.
struct Task {
  std::uint32_t point = 0;
  ReplicationRange replications;
};

struct Manifest {
  ProgramVersion program;
  std::string name;
  std::string plan;         ///< text of the sweep file
  std::string base_name;    ///< of the scenario
  std::string base;         ///< the scenario resolved: canonical JSON
  std::string base_sha256;  ///< of that
  std::uint32_t seed = 0;
  SweepPlan::Design design = SweepPlan::Design::grid;
  std::vector<Factor> factors;
  std::vector<SweepPoint> points;
  std::vector<KpiName> keep;
  std::vector<std::string> until;  ///< "oza.wait_p90 +- 1 week"; empty: every replication is run
  std::uint32_t block = 0;         ///< replications of a task
  std::vector<Batch> batches;
  std::string extends;  ///< SHA-256 of the manifest before; empty in the first

  /// All tasks, in an order that an extension only adds to.
  std::vector<Task> tasks() const;
  /// Replications of every point; with `until`, at most.
  std::uint32_t replications() const;
  /// Name of a task: hash of everything that its result depends on.
  std::string task_id(const Task& task) const;
  /// "PATH=VALUE" for each factor.
  std::vector<std::string> sets_of(const SweepPoint& point) const;
  std::vector<Precision> precisions() const;
};

/// @param block  replications of a task
/// @throws InputError when the plan keeps or awaits what is no key figure of the scenario
Manifest make_manifest(const LoadedSweep& sweep, const ProgramVersion& program,
                       std::uint32_t block);

/// With more replications of every point. @throws InputError when there are that many
Manifest with_replications(const Manifest& manifest, std::uint32_t replications);
/// With more points: a grid has those of its levels and no more, a Sobol sequence goes on, and
/// beside a Latin hypercube comes another. @throws InputError when the design cannot grow to so
/// many
Manifest with_points(const Manifest& manifest, std::uint32_t points);

/// "20 replications each".
Text replications_text(const Manifest& manifest);

std::string to_json(const Manifest& manifest);
/// @param name  stands for its path in messages
/// @throws InputError when it is no manifest, or one of another version
Manifest manifest_of(const std::string& name, const std::string& json);

}  // namespace doorstroom
