#pragma once
/// What an experiment keeps of a run: some key figures, one row per replication. An experiment is a
/// number of scenarios that are each run some times with the same seed, so that replication r of
/// one is compared with replication r of another.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "models/continuum/records.hpp"
#include "models/scenario/scenario.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/figures/precision.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// Some replications of a scenario, by number.
struct ReplicationRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;

  std::uint32_t end() const { return first + count; }
};

/// Columns `replication` and each key figure, by its name and in its units.
/// @param path  of the table
TableSpec sample_spec(const std::string& path, std::span<const KpiName> kpis);

/// The key figures of one replication, in their order; NaN where there was no data.
std::vector<double> key_figures(const Scenario& scenario, std::uint32_t replication,
                                const Records& records, std::span<const KpiName> kpis);

/// Runs replications, and keeps their key figures.
/// @param until  stops as soon as all of these are precise enough; none: runs all. @pre all are of
///               figures that are kept
/// @return rows of sample_spec()
TableData sample(const Scenario& scenario, ReplicationRange range, std::span<const KpiName> kpis,
                 std::span<const Precision> until = {});

}  // namespace doorstroom
