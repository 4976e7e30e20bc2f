#pragma once
/// Runs replications and keeps some key figures, one row per replication. An experiment runs
/// several scenarios with the same seed, so that replication r of one can be compared with
/// replication r of another.

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

/// Consecutive replications: numbers [first, first + count).
struct ReplicationRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;

  std::uint32_t end() const { return first + count; }
};

/// Columns: `replication`, then one per key figure, with its name and units.
/// @param path  of the table
TableSpec sample_spec(const std::string& path, std::span<const KpiName> kpis);

/// The values of these key figures in one replication; NaN without data, and of a year after the
/// period.
std::vector<double> key_figures(const Scenario& scenario, std::uint32_t replication,
                                const Records& records, std::span<const KpiName> kpis);

/// What each of these funders pays in one replication [EUR/year]; 0 for one that the scenario does
/// not know. `nobody` (breakdown_values.hpp) stands for costs without a funder.
std::vector<double> paid_a_year(const Scenario& scenario, const Records& records,
                                std::span<const std::string> funders);

/// Runs replications and returns their key figures.
/// @param until  stops when all of these are precise enough; empty: runs all. Each is of
///               one of these key figures
/// @return rows of sample_spec()
TableData sample(const Scenario& scenario, ReplicationRange range, std::span<const KpiName> kpis,
                 std::span<const Precision> until = {});

}  // namespace doorstroom
