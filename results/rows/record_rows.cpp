#include <fmt/format.h>

#include <limits>

#include "results/rows/role_names.hpp"
#include "results/rows/schema.hpp"
#include "results/rows/table_fillers.hpp"

namespace doorstroom {
namespace {

double days_or_nan(Instant at) {
  return at == never ? std::numeric_limits<double>::quiet_NaN() : at.days();
}

}  // namespace

void add_census_rows(const Replication& replication, TableData& rows) {
  const CensusRecord& census = replication.records.census;
  std::size_t at = 0;
  for (const std::int32_t week : census.weeks)
    for_each_list(replication, [&](NodeId id, const NodeRecord&) {
      rows.add(replication.number, week, days_per_week * week, id, census.occupied.at(at),
               census.waiting.at(at), census.places.at(at));
      ++at;
    });
  DOORSTROOM_EXPECT(at == census.occupied.size());
}

void add_absence_rows(const Replication& replication, TableData& rows) {
  const CensusRecord& census = replication.records.census;
  for (std::size_t i = 0; i < census.weeks.size(); ++i)
    rows.add(replication.number, census.weeks[i], days_per_week * census.weeks[i],
             census.absent.at(i), census.absent_4w.at(i), census.absent_13w.at(i));
}

void add_flow_rows(const Replication& replication, TableData& rows) {
  for (const Flow& flow : replication.records.flows)
    if (flow.youths > 0) rows.add(replication.number, flow.year, flow.from, flow.to, flow.youths);
}

void add_cost_rows(const Replication& replication, TableData& rows) {
  for (const YearlyCost& cost : yearly_costs(replication.scenario, replication.expenses))
    rows.add(replication.number, cost.calendar_year, cost.funder, cost.item, cost.euro);
}

void add_clock_rows(const Replication& replication, TableData& rows) {
  std::int32_t code = 0;
  for (const ClockRecord& clock : replication.records.clocks) {
    const auto breached = static_cast<double>(clock.breached);
    rows.add(
        replication.number, code++, clock.started, clock.met, clock.breached, clock.running,
        clock.voided,
        clock.breached > 0 ? clock.over_days / breached : std::numeric_limits<double>::quiet_NaN());
  }
}

void add_balance_row(const Replication& replication, TableData& rows) {
  const Records& all = replication.records;
  if (all.arrived + all.present_at_start != all.exited + all.present_at_end)
    throw ContractError(fmt::format(
        "replication {}: the youths do not balance: {} arrived + {} present at the start = {}, but "
        "{} exited + {} present at the end = {}",
        replication.number, all.arrived, all.present_at_start, all.arrived + all.present_at_start,
        all.exited, all.present_at_end, all.exited + all.present_at_end));
  rows.add(replication.number, all.arrived, all.present_at_start, all.exited, all.present_at_end);
}

void add_node_balance_rows(const Replication& replication, TableData& rows) {
  const std::vector<Node>& nodes = replication.scenario.nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!has_list(nodes[i])) continue;
    const NodeRecord& node = replication.records.nodes[i];
    if (node.entered + node.inside_at_start != node.left + node.inside_at_end)
      throw ContractError(fmt::format(
          "replication {}: {} does not balance: {} entered + {} inside at the start = {}, but {} "
          "left + {} inside at the end = {}",
          replication.number, nodes[i].id, node.entered, node.inside_at_start,
          node.entered + node.inside_at_start, node.left, node.inside_at_end,
          node.left + node.inside_at_end));
    rows.add(replication.number, static_cast<NodeId>(i), node.entered, node.inside_at_start,
             node.left, node.inside_at_end);
  }
}

void add_role_rows(const Replication& replication, RowRange range, TableData& rows) {
  for (std::size_t number = range.first; number < range.end; ++number) {
    const RoleAction& action = replication.records.actions[number];
    rows.add(replication.number, action.at.days(), role_code(replication.scenario, action),
             static_cast<std::int32_t>(action.what), action.node, action.amount, action.hours,
             action.because);
  }
}

void add_youth_rows(const Replication& replication, RowRange range, TableData& rows) {
  for (std::size_t number = range.first; number < range.end; ++number) {
    const YouthRow& youth = replication.records.youths[number];
    rows.add(replication.number, number, youth.source, youth.month, youth.ordinal,
             youth.arrived.days(), youth.age_at(youth.arrived), youth.severity, youth.subregion,
             days_or_nan(youth.exited), youth.exit);
  }
}

void add_visit_rows(const Replication& replication, RowRange range, TableData& rows) {
  for (std::size_t number = range.first; number < range.end; ++number) {
    const Visit& visit = replication.records.visits[number];
    const YouthRow& youth = replication.records.youths[visit.youth];
    rows.add(replication.number, visit.youth, youth.source, visit.node, visit.unit, visit.severity,
             youth.age_at(visit.asked), visit.asked.days(), days_or_nan(visit.entered),
             days_or_nan(visit.left), visit.left_to, visit.absent_days,
             static_cast<std::int32_t>(visit.outcome));
  }
}

}  // namespace doorstroom
