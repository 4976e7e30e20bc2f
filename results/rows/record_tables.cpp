#include <limits>

#include "models/continuum/records.hpp"
#include "results/rows/costs.hpp"
#include "results/rows/schema.hpp"
#include "results/rows/table_definition.hpp"

/// What was recorded, as it stands: the tables /census, /census_absent, /flows, /costs and /clocks.

namespace doorstroom {
namespace {

using column::category;
using column::count;
using column::id;
using column::number;

std::vector<ColumnSpec> census_columns(const Scenario&, const KeyColumns& keys) {
  return {keys.replication(),
          keys.week(),
          keys.census_day(),
          keys.node(),
          id("occupied",
             translatable("Places taken at the moment of the census; at a desk workers at work")),
          id("waiting", translatable("Youths on the list at that moment")),
          id("places", translatable("Places at that moment, at a desk workers; -1: unlimited"))};
}

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

std::vector<ColumnSpec> absence_columns(const Scenario&, const KeyColumns& keys) {
  return {keys.replication(),
          keys.week(),
          keys.census_day(),
          id("absent", translatable("Youths of compulsory school age absent at that moment")),
          id("absent_4w", translatable("Of these: absent for more than 4 weeks")),
          id("absent_13w", translatable("Of these: absent for more than 13 weeks"))};
}

void add_absence_rows(const Replication& replication, TableData& rows) {
  const CensusRecord& census = replication.records.census;
  for (std::size_t i = 0; i < census.weeks.size(); ++i)
    rows.add(replication.number, census.weeks[i], days_per_week * census.weeks[i],
             census.absent.at(i), census.absent_4w.at(i), census.absent_13w.at(i));
}

std::vector<ColumnSpec> flow_columns(const Scenario&, const KeyColumns& keys) {
  return {
      keys.replication(), keys.year(), keys.node("from", translatable("Node that was left")),
      keys.node("to", translatable("Node gone to")),
      count("youths", "youth", translatable("Youths who went this way, by the moment they left"))};
}

void add_flow_rows(const Replication& replication, TableData& rows) {
  for (const Flow& flow : replication.records.flows)
    if (flow.youths > 0) rows.add(replication.number, flow.year, flow.from, flow.to, flow.youths);
}

std::vector<ColumnSpec> cost_columns(const Scenario& scenario, const KeyColumns& keys) {
  return {
      keys.replication(), id("calendar_year", translatable("Calendar year")),
      category("funder", scenario.funders.values(),
               translatable("Who pays; none: nobody was named")),
      category("item", cost_items(scenario), translatable("Node or intervention that is paid for")),
      number("euro", "EUR", translatable("Cost"))};
}

void add_cost_rows(const Replication& replication, TableData& rows) {
  for (const YearlyCost& cost : yearly_costs(replication.scenario, replication.expenses))
    rows.add(replication.number, cost.calendar_year, cost.funder, cost.item, cost.euro);
}

std::vector<ColumnSpec> clock_columns(const Scenario& scenario, const KeyColumns& keys) {
  return {
      keys.replication(),
      category("clock", clock_ids(scenario), translatable("Legal clock")),
      count("started", "youth", translatable("Terms that started, in the counted period")),
      count("met", "youth", translatable("Of these: met, what had to happen came within the term")),
      count("breached", "youth", translatable("Of these: breached, the term ran out first")),
      count("running", "youth", translatable("Of these: still running at the end of the run")),
      count("void", "youth",
            translatable("Of these: void, the youth left the system within the term")),
      number("over_mean", "day",
             translatable(
                 "Mean time beyond the term of the breached, until it happened, or until the youth "
                 "left or the run ended"))};
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

std::vector<ColumnSpec> stop_columns(const Scenario& scenario, const KeyColumns& keys) {
  return {keys.replication(),
          category("intervention", intervention_ids(scenario),
                   translatable("Intervention by which units stop")),
          count("displaced", "youth", translatable("Youths who were inside and lost their place")),
          count("moved", "youth",
                translatable("Of these: moved to a free place at another unit at once")),
          count("entered", "youth", translatable("Of these: got a place there after waiting")),
          count("left", "youth", translatable("Of these: left the list without a place")),
          count("waiting", "youth", translatable("Of these: still waiting at the end of the run")),
          number("waited_mean", "day",
                 translatable(
                     "Mean wait of those who did not move at once, until they entered or left, "
                     "or the run ended"))};
}

void add_stop_rows(const Replication& replication, TableData& rows) {
  std::int32_t code = 0;
  for (const Intervention& one : replication.scenario.interventions) {
    const InterventionId id(code++);
    if (!one.stops) continue;
    const StopRecord& stop = replication.records.stops[id];
    const auto waited = static_cast<double>(stop.displaced - stop.moved);
    rows.add(replication.number, code - 1, stop.displaced, stop.moved, stop.entered, stop.left,
             stop.waiting,
             waited > 0 ? stop.waited_days / waited : std::numeric_limits<double>::quiet_NaN());
  }
}

}  // namespace

constinit const TableDefinition census_table{"/census", census_columns, add_census_rows};
constinit const TableDefinition absence_table{"/census_absent", absence_columns, add_absence_rows};
constinit const TableDefinition flow_table{"/flows", flow_columns, add_flow_rows};
constinit const TableDefinition cost_table{"/costs", cost_columns, add_cost_rows};
constinit const TableDefinition clock_table{"/clocks", clock_columns, add_clock_rows};
constinit const TableDefinition stop_table{"/stops", stop_columns, add_stop_rows};

}  // namespace doorstroom
