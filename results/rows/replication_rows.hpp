#pragma once
/// From what one replication recorded to the rows that it adds to the result file. Runs in the
/// worker, so that the parent only writes.
///
/// A span is the whole counted period (year -1) or one year of it. Counts per year divide by
/// calendar years, means over time by days. A mean, share or quantile of nobody is NaN.

#include <cstdint>

#include "engine/replication_pool.hpp"
#include "models/continuum/records.hpp"
#include "models/scenario/scenario.hpp"
#include "results/table/packing.hpp"

namespace doorstroom {

/// The rows of one replication, for all of replication_tables(), then its shares for all of
/// curve_tables().
/// @param keep_rows  whether /roles, /youths and /visits are filled
/// @throws ContractError when youths got lost: a balance does not close
ReplicationRows rows_of(const Scenario& scenario, std::uint32_t replication, const Records& records,
                        bool keep_rows);

/// The same, packed for the way to the parent and ResultWriter::append. Rows of persons are made
/// and sent some thousands at a time, so that beside the records there is never much of them, and
/// visits that are sent are let go.
void send_tables(const Scenario& scenario, std::uint32_t replication, Records records,
                 bool keep_rows, const ResourceUsage& usage, const Send& send);
Pieces tables_of(const Scenario& scenario, std::uint32_t replication, const Records& records,
                 bool keep_rows);

}  // namespace doorstroom
