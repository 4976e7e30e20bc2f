#include "results/rows/replication_rows.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "results/rows/schema.hpp"
#include "results/rows/table_fillers.hpp"

namespace doorstroom {
namespace {

/// Rows of persons that are made at a time.
constexpr std::size_t rows_at_a_time = std::size_t{1} << 14;

struct Filler {
  std::string_view table;
  AddRows add_rows;
};

constexpr std::array fillers{
    Filler{"/replications", add_replication_row},
    Filler{"/by_year", add_year_rows},
    Filler{"/groups", add_group_rows},
    Filler{"/waiting", add_waiting_rows},
    Filler{"/use", add_use_rows},
    Filler{"/census", add_census_rows},
    Filler{"/census_absent", add_absence_rows},
    Filler{"/flows", add_flow_rows},
    Filler{"/costs", add_cost_rows},
    Filler{"/clocks", add_clock_rows},
    Filler{"/balance", add_balance_row},
    Filler{"/balance_nodes", add_node_balance_rows},
};

/// Filled only when rows are kept.
struct PersonFiller {
  std::string_view table;
  void (*add_rows)(const Replication&, RowRange, TableData&);
  std::size_t (*count)(const Records&);
  /// Lets go of the rows before `end`, if nobody needs them again. @return where `end` is then
  std::size_t (*let_go)(Records&, std::size_t end);
};

std::size_t keep_all(Records&, std::size_t end) {
  return end;
}

constexpr std::array person_fillers{
    PersonFiller{"/roles", add_role_rows, [](const Records& all) { return all.actions.size(); },
                 keep_all},
    // A visit is told with the youth whose it is.
    PersonFiller{"/youths", add_youth_rows, [](const Records& all) { return all.youths.size(); },
                 keep_all},
    PersonFiller{"/visits", add_visit_rows, [](const Records& all) { return all.visits.size(); },
                 [](Records& all, std::size_t end) {
                   const auto first = all.visits.begin();
                   all.visits.erase(first, first + static_cast<std::ptrdiff_t>(end));
                   return std::size_t{0};
                 }},
};

template <class Fillers>
auto* find_filler(std::string_view table, const Fillers& among) {
  const auto* found = std::find_if(among.begin(), among.end(),
                                   [&](const auto& filler) { return filler.table == table; });
  return found == among.end() ? nullptr : &*found;
}

/// Calls take(rows) for the rows of one table, once at least.
template <class Take>
void fill(const TableSpec& table, const Replication& replication, Records& records, bool keep_rows,
          Take take) {
  TableData rows(table);
  if (const AddRows add_rows = filler_of(table.path)) {
    add_rows(replication, rows);
    return take(rows);
  }
  const PersonFiller* filler = find_filler(table.path, person_fillers);
  DOORSTROOM_EXPECT(filler != nullptr);
  if (!keep_rows) return take(rows);
  std::size_t first = 0;
  do {
    const std::size_t end = std::min(filler->count(records), first + rows_at_a_time);
    filler->add_rows(replication, {first, end}, rows);
    take(rows);
    rows = TableData(table);
    first = filler->let_go(records, end);
  } while (first < filler->count(records));
}

std::vector<Curves> waits_of(const Scenario& scenario, const Records& records) {
  std::vector<Curves> waits;
  for (std::size_t node = 0; node < scenario.nodes.size(); ++node)
    if (has_list(scenario.nodes[node])) waits.push_back(wait_curves(records.nodes[node]));
  return waits;
}

}  // namespace

AddRows filler_of(std::string_view table) {
  const Filler* filler = find_filler(table, fillers);
  return filler == nullptr ? nullptr : filler->add_rows;
}

Replication replication_of(const Scenario& scenario, std::uint32_t number, const Records& records) {
  return {scenario, static_cast<std::int32_t>(number), records, expenses_of(scenario, records),
          waits_of(scenario, records)};
}

void send_tables(const Scenario& scenario, std::uint32_t number, Records records, bool keep_rows,
                 const ResourceUsage& usage, const Send& send) {
  DOORSTROOM_EXPECT(records.nodes.size() == scenario.nodes.size());
  DOORSTROOM_EXPECT(records.years.size() == static_cast<std::size_t>(scenario.period.years()));
  const Replication replication = replication_of(scenario, number, records);
  const Work work{records.events, records.visit_count, records.peak_pending, usage};
  Packer packer(number, work, send);
  std::size_t table = 0;
  for (const TableSpec& spec : replication_tables(scenario)) {
    fill(spec, replication, records, keep_rows,
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
  send_tables(scenario, replication, records, keep_rows, {},
              [&](const Bytes& piece) { pieces.push_back(piece); });
  return pieces;
}

ReplicationRows rows_of(const Scenario& scenario, std::uint32_t replication, const Records& records,
                        bool keep_rows) {
  return unpack(tables_of(scenario, replication, records, keep_rows));
}

}  // namespace doorstroom
