#include "results/rows/replication_rows.hpp"

#include <algorithm>

#include "results/rows/schema.hpp"
#include "results/rows/table_definition.hpp"

namespace doorstroom {
namespace {

/// Rows of persons that are made at a time.
constexpr std::size_t rows_at_a_time = std::size_t{1} << 14;

/// Calls take(rows) for the rows of one table, once at least.
/// @param keep_rows  whether a table with a row per youth, visit or act is filled
template <class Take>
void fill(const TableDefinition& table, const TableSpec& spec, const Replication& replication,
          Records& records, bool keep_rows, Take take) {
  TableData rows(spec);
  if (table.add_rows != nullptr) {
    table.add_rows(replication, rows);
    return take(rows);
  }
  if (!keep_rows) return take(rows);
  std::size_t first = 0;
  do {
    const std::size_t end = std::min(table.in_parts.count(records), first + rows_at_a_time);
    table.in_parts.add_rows(replication, {first, end}, rows);
    take(rows);
    rows = TableData(spec);
    first = table.in_parts.release(records, end);
  } while (first < table.in_parts.count(records));
}

std::vector<Curves> waits_of(const Scenario& scenario, const Records& records) {
  std::vector<Curves> waits;
  for (const NodeId node : scenario.nodes.ids())
    if (has_list(scenario.nodes[node])) waits.push_back(wait_curves(records.nodes[node]));
  return waits;
}

}  // namespace

Replication replication_of(const Scenario& scenario, std::uint32_t number, const Records& records) {
  return {scenario, static_cast<std::int32_t>(number), records, expenses_of(scenario, records),
          waits_of(scenario, records)};
}

void send_tables(const Scenario& scenario, const std::vector<TableSpec>& tables,
                 std::uint32_t number, Records records, bool keep_rows, const ResourceUsage& usage,
                 const Send& send) {
  DOORSTROOM_EXPECT(records.nodes.size() == scenario.nodes.size());
  DOORSTROOM_EXPECT(records.years.size() == static_cast<std::size_t>(scenario.period.years()));
  const Replication replication = replication_of(scenario, number, records);
  const Work work{records.events, records.visit_count, records.peak_pending, usage};
  Packer packer(number, work, send);
  std::size_t table = 0;
  for (const TableDefinition* definition : table_definitions()) {
    fill(*definition, tables[table], replication, records, keep_rows,
         [&](const TableData& rows) { packer.add(table, rows); });
    ++table;
  }
  for (const TableData& shares : curve_rows(replication.waits, first_end_curves(records)))
    packer.add(table++, shares);
  packer.finish();
}

Pieces tables_of(const Scenario& scenario, std::uint32_t replication, const Records& records,
                 bool keep_rows) {
  Pieces pieces;
  send_tables(scenario, replication_tables(scenario), replication, records, keep_rows, {},
              [&](const Bytes& piece) { pieces.push_back(piece); });
  return pieces;
}

ReplicationRows rows_of(const Scenario& scenario, std::uint32_t replication, const Records& records,
                        bool keep_rows) {
  return unpack(tables_of(scenario, replication, records, keep_rows));
}

}  // namespace doorstroom
