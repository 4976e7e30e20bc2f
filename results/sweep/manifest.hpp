#pragma once
/// The manifest of a sweep: the scenario with all its sources, every design point, the key figures
/// that are kept of each replication, and how the work is divided into tasks. Any machine that sees
/// the folder can compute any task from it, and two machines that compute the same task write the
/// same result.
///
/// A manifest is never changed. Extending a sweep adds another manifest, which contains all of the
/// previous one and its hash.

#include <cstdint>
#include <string>
#include <vector>

#include "models/loading/scenario_loader.hpp"
#include "models/loading/sweep_plan.hpp"
#include "models/messages/message.hpp"
#include "results/sweep/sample.hpp"

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

/// Points and replications that were requested together: every replication is run at every point.
struct Batch {
  std::uint32_t first_point = 0;
  std::uint32_t points = 0;
  ReplicationRange replications;
};

/// Some replications of one point, computed together; with `until`, at most so many.
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
  /// Number of replications of every point; with `until`, the maximum.
  std::uint32_t replications() const;
  /// Name of a task: a hash of everything that its result depends on.
  std::string task_id(const Task& task) const;
  /// "PATH=VALUE" for each factor.
  std::vector<std::string> sets_of(const SweepPoint& point) const;
  std::vector<Precision> precisions() const;
};

/// @param block  replications of a task
/// @throws InputError when `keep` or `until` of the plan names no key figure of the scenario, or
///         the sweep is too large
Manifest make_manifest(const LoadedSweep& sweep, const ProgramVersion& program,
                       std::uint32_t block);

/// The manifest with more replications of every point. @throws InputError if it has that many
Manifest with_replications(const Manifest& manifest, std::uint32_t replications);
/// The manifest with more points: a Sobol' sequence is continued, and another Latin hypercube is
/// added; a grid cannot grow. @throws InputError when the design cannot have so many points
Manifest with_points(const Manifest& manifest, std::uint32_t points);

/// Checks that the scenario has the key figures that are kept, before many tasks fail of them.
/// @throws InputError that names one of another scenario, or tells why the scenario cannot be run
void check_kept_figures(const Manifest& manifest);

/// "20 replications each".
LocalizedText replications_text(const Manifest& manifest);

std::string to_json(const Manifest& manifest);
/// Whoever can write to the folder of a sweep can write a manifest, so nothing in it is taken for
/// granted: sizes have bounds, batches are those that growing makes, points are those of the
/// design, and points and scenario have the hashes that stand beside them.
/// @param name  of the file, for messages
/// @throws InputError when the text is no manifest, one of another version, or damaged
Manifest manifest_of(const std::string& name, const std::string& json);

}  // namespace doorstroom
