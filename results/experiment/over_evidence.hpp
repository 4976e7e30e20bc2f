#pragma once
/// How much a difference depends on what was assumed: base and variants run at points of a Latin
/// hypercube over the ranges of `evidence` (assumptions.hpp), at every point with the same seeds,
/// so that points differ by their inputs and not by their luck. Nothing is written.
///
/// What comes out are two uncertainties that are never put in one interval (spread.hpp): the
/// spread of the points, which is about the inputs, and the noise of simulating.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/replication_pool.hpp"
#include "models/loading/assumptions.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/file/result_reader.hpp"
#include "results/stats/variance_components.hpp"

namespace doorstroom {

/// How much work it is.
struct EvidencePlan {
  std::uint32_t points = 20;        ///< of the hypercube
  std::uint32_t replications = 10;  ///< pairs at each of them
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
};

/// @param base      and variants: results whose scenarios are run again
/// @param pool      jobs and hooks; its range is not looked at. Progress is told in scenarios at a
///                  point
/// @throws InputError when nothing can be drawn, and when values that are drawn do not go together
///         in a scenario: names them
/// @throws RunError, Interrupted as run_replications()
OverEvidence over_evidence(ResultReader& base, std::vector<ResultReader>& variants,
                           const std::vector<KpiName>& kpis, EvidencePlan plan,
                           const PoolOptions& pool);

}  // namespace doorstroom
