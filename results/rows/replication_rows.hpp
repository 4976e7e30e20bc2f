#pragma once
/// Makes the rows that one replication adds to the result file from what it recorded. Runs in the
/// worker process, so that the parent only writes.
///
/// Figures are of the whole counted period (year -1) or of one year. Figures per year are divided
/// by calendar years, means over time by days. A mean, share or quantile without data is NaN.

#include <cstdint>

#include "engine/replication_pool.hpp"
#include "models/continuum/records.hpp"
#include "models/scenario/scenario.hpp"
#include "results/table/packing.hpp"

namespace doorstroom {

/// The rows of one replication, for all of replication_tables(), then its shares for all of
/// curve_tables().
/// @param keep_rows  whether /roles, /youths and /visits are filled
/// @throws ContractError when a balance does not close: youths who came are unaccounted for
ReplicationRows rows_of(const Scenario& scenario, std::uint32_t replication, const Records& records,
                        bool keep_rows);

/// Packs the same rows and sends them, for ResultWriter::append() in the parent. Rows of youths,
/// visits and acts are made and sent some thousands at a time, and visits that are sent are freed,
/// so the rows take little memory beside the records.
/// @param tables  replication_tables() of the scenario
void send_tables(const Scenario& scenario, const std::vector<TableSpec>& tables,
                 std::uint32_t replication, Records records, bool keep_rows,
                 const ResourceUsage& usage, const Send& send);
Pieces tables_of(const Scenario& scenario, std::uint32_t replication, const Records& records,
                 bool keep_rows);

}  // namespace doorstroom
