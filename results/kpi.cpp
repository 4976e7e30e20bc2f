#include "results/kpi.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "results/kpi_rows.hpp"
#include "results/schema.hpp"

namespace doorstroom {
namespace {

struct Filler {
  std::string_view table;
  void (*add_rows)(const Replication&, TableData&);
  bool of_persons = false;  ///< only when rows are kept
};

constexpr std::array fillers{
    Filler{"/replications", add_replication_row},
    Filler{"/by_year", add_year_rows},
    Filler{"/waiting", add_waiting_rows},
    Filler{"/use", add_use_rows},
    Filler{"/census", add_census_rows},
    Filler{"/census_absent", add_absence_rows},
    Filler{"/flows", add_flow_rows},
    Filler{"/costs", add_cost_rows},
    Filler{"/balance", add_balance_row},
    Filler{"/balance_nodes", add_node_balance_rows},
    Filler{"/youths", add_youth_rows, true},
    Filler{"/visits", add_visit_rows, true},
};

const Filler& filler_of(const TableSpec& table) {
  const auto* found = std::find_if(fillers.begin(), fillers.end(), [&](const Filler& filler) {
    return filler.table == table.path;
  });
  DOORSTROOM_EXPECT(found != fillers.end());
  return *found;
}

/// Calls take(rows) for every table in turn.
template <class Take>
void for_each_table(const Scenario& scenario, std::uint32_t number, const Records& records,
                    bool keep_rows, Take take) {
  DOORSTROOM_EXPECT(records.nodes.size() == scenario.nodes.size());
  DOORSTROOM_EXPECT(records.years.size() == static_cast<std::size_t>(scenario.period.years()));
  const Replication replication{scenario, static_cast<std::int32_t>(number), records,
                                expenses_of(scenario, records)};
  for (const TableSpec& table : replication_tables(scenario)) {
    const Filler& filler = filler_of(table);
    TableData rows(table);
    if (keep_rows || !filler.of_persons) filler.add_rows(replication, rows);
    take(std::move(rows));
  }
}

Work work_of(const Records& records) {
  return {records.events, records.visit_count, records.peak_pending};
}

}  // namespace

ReplicationRows rows_of(const Scenario& scenario, std::uint32_t replication, const Records& records,
                        bool keep_rows) {
  ReplicationRows all{replication, work_of(records), {}};
  for_each_table(scenario, replication, records, keep_rows,
                 [&](TableData rows) { all.tables.push_back(std::move(rows)); });
  return all;
}

Bytes tables_of(const Scenario& scenario, std::uint32_t replication, const Records& records,
                bool keep_rows) {
  Packer packer(replication, work_of(records));
  for_each_table(scenario, replication, records, keep_rows,
                 [&](const TableData& rows) { packer.add(rows); });
  return packer.take();
}

}  // namespace doorstroom
