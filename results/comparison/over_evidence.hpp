#pragma once
/// How much a difference depends on the assumptions: runs base and variants at points of the ranges
/// of `evidence`, or with the sets of inputs that a calibration left (states_of_world.hpp). Every
/// point has the same seeds, so that points differ by their inputs and not by chance. Writes no
/// files.
///
/// The result has two uncertainties, which are never combined in one interval
/// (variance_components.hpp): the spread over points, caused by the inputs, and simulation noise.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/replication_pool.hpp"
#include "models/loading/assumptions.hpp"
#include "results/experiment/over_report.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/file/result_reader.hpp"
#include "results/stats/variance_components.hpp"

namespace doorstroom {

/// Size of the experiment.
struct EvidencePlan {
  std::uint32_t points = 20;        ///< of the hypercube
  std::uint32_t replications = 10;  ///< pairs at each of them
  /// The points, all of them, instead of those of a hypercube.
  std::optional<CalibratedSets> sets{};
};

/// One key figure of one variant: variant minus base.
struct EvidenceSpread {
  KpiName kpi;
  VarianceComponents spread;
};

struct OverEvidence {
  EvidencePlan plan;
  Assumptions assumptions;
  std::vector<std::vector<EvidenceSpread>> variants;  ///< by variant, by key figure
  AskedScenario base;
};

/// @param base      result whose scenario is run again
/// @param variants  likewise
/// @param pool      jobs and hooks; its range is ignored. Progress counts scenarios at a point
/// @throws InputError when there is nothing to vary, and when values that were drawn together make
///         an invalid scenario: names them
/// @throws RunError, Interrupted as run_replications()
OverEvidence over_evidence(ResultReader& base, std::vector<ResultReader>& variants,
                           const std::vector<KpiName>& kpis, EvidencePlan plan,
                           const PoolOptions& pool);

}  // namespace doorstroom
