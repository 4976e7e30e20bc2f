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
  return {
      keys.replication(),
      keys.week(),
      keys.census_day(),
      keys.node(),
      id("occupied", "Places taken at the moment of the census; at a desk workers at work",
         "Bezette plaatsen op het moment van de telling; bij een loket medewerkers aan het werk"),
      id("waiting", "Youths on the list at that moment", "Wachtenden op dat moment"),
      id("places", "Places at that moment, at a desk workers; -1: unlimited",
         "Plaatsen op dat moment, bij een loket medewerkers; -1: onbeperkt")};
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
          id("absent", "Youths of compulsory school age absent at that moment",
             "Leerplichtige jeugdigen die op dat moment afwezig zijn"),
          id("absent_4w", "Of these: absent for more than 4 weeks",
             "Hiervan thuiszitter: langer dan 4 weken afwezig"),
          id("absent_13w", "Of these: absent for more than 13 weeks",
             "Hiervan thuiszitter: langer dan 13 weken afwezig")};
}

void add_absence_rows(const Replication& replication, TableData& rows) {
  const CensusRecord& census = replication.records.census;
  for (std::size_t i = 0; i < census.weeks.size(); ++i)
    rows.add(replication.number, census.weeks[i], days_per_week * census.weeks[i],
             census.absent.at(i), census.absent_4w.at(i), census.absent_13w.at(i));
}

std::vector<ColumnSpec> flow_columns(const Scenario&, const KeyColumns& keys) {
  return {keys.replication(), keys.year(),
          keys.node("from", "Node that was left", "Plek van vertrek"),
          keys.node("to", "Node gone to", "Plek van aankomst"),
          count("youths", "youth", "Youths who went this way, by the moment they left",
                "Jeugdigen die deze weg gingen, naar moment van vertrek")};
}

void add_flow_rows(const Replication& replication, TableData& rows) {
  for (const Flow& flow : replication.records.flows)
    if (flow.youths > 0) rows.add(replication.number, flow.year, flow.from, flow.to, flow.youths);
}

std::vector<ColumnSpec> cost_columns(const Scenario& scenario, const KeyColumns& keys) {
  return {keys.replication(), id("calendar_year", "Calendar year", "Kalenderjaar"),
          category("funder", scenario.funders.values(), "Who pays; none: nobody was named",
                   "Wie betaalt; none: niemand genoemd"),
          category("item", cost_items(scenario), "Node or intervention that is paid for",
                   "Plek of interventie waarvoor betaald wordt"),
          number("euro", "EUR", "Cost", "Kosten")};
}

void add_cost_rows(const Replication& replication, TableData& rows) {
  for (const YearlyCost& cost : yearly_costs(replication.scenario, replication.expenses))
    rows.add(replication.number, cost.calendar_year, cost.funder, cost.item, cost.euro);
}

std::vector<std::string> clock_ids(const Scenario& scenario) {
  std::vector<std::string> ids;
  for (const LegalClock& clock : scenario.clocks) ids.push_back(clock.id);
  return ids;
}

std::vector<ColumnSpec> clock_columns(const Scenario& scenario, const KeyColumns& keys) {
  return {
      keys.replication(),
      category("clock", clock_ids(scenario), "Legal clock", "Wettelijke termijn"),
      count("started", "youth", "Terms that started, in the counted period",
            "Begonnen termijnen, in de getelde periode"),
      count("met", "youth", "Of these: met, what had to happen came within the term",
            "Hiervan gehaald: wat gebeuren moest kwam binnen de termijn"),
      count("breached", "youth", "Of these: breached, the term ran out first",
            "Hiervan overschreden: de termijn liep eerst af"),
      count("running", "youth", "Of these: still running at the end of the run",
            "Hiervan aan het eind van de run nog lopend"),
      count("void", "youth", "Of these: void, the youth left the system within the term",
            "Hiervan vervallen: de jeugdige verliet het systeem binnen de termijn"),
      number("over_mean", "day",
             "Mean time beyond the term of the breached, until it happened, or until the youth "
             "left or the run ended",
             "Gemiddelde tijd na de termijn van de overschreden termijnen, tot het gebeurde, of "
             "tot de jeugdige vertrok of de run eindigde")};
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

}  // namespace

constinit const TableDefinition census_table{"/census", census_columns, add_census_rows};
constinit const TableDefinition absence_table{"/census_absent", absence_columns, add_absence_rows};
constinit const TableDefinition flow_table{"/flows", flow_columns, add_flow_rows};
constinit const TableDefinition cost_table{"/costs", cost_columns, add_cost_rows};
constinit const TableDefinition clock_table{"/clocks", clock_columns, add_clock_rows};

}  // namespace doorstroom
