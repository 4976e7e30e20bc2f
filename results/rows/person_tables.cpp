#include <limits>

#include "results/rows/role_names.hpp"
#include "results/rows/table_definition.hpp"

/// One row per youth, per visit and per act of a role: the tables /youths, /visits and /roles.

namespace doorstroom {
namespace {

using column::category;
using column::count;
using column::id;
using column::number;

double days_or_nan(Instant at) {
  return at == never ? std::numeric_limits<double>::quiet_NaN() : at.days();
}

/// Rows that are needed until the last table is filled.
std::size_t keep_rows(Records&, std::size_t end) {
  return end;
}

std::vector<ColumnSpec> role_columns(const Scenario& scenario, const KeyColumns& keys) {
  return {keys.replication(),
          keys.day("day", "Moment of acting, since the start date",
                   "Moment van handelen, sinds de startdatum"),
          category("role", role_names(scenario), "Who acted: an intervention and its rules",
                   "Wie handelde: een interventie en haar regels"),
          category("action", action_names(), "What was done", "Wat er gebeurde"),
          keys.node("node", "Desk or arrangement that it was about; none: nowhere",
                    "Loket of arrangement waar het om ging; none: nergens"),
          number("amount", "1", "Youths or places that it was about",
                 "Jeugdigen of plaatsen waar het om ging"),
          number("hours", "hour", "Hours spent on it", "Bestede uren"),
          number("because", "1",
                 "What was seen: days that the youth had waited, or the figure that is watched, "
                 "in its unit; NaN: nothing",
                 "Wat gezien werd: dagen die de jeugdige had gewacht, of het gevolgde cijfer, in "
                 "zijn eenheid; NaN: niets")};
}

void add_role_rows(const Replication& replication, RowRange range, TableData& rows) {
  for (std::size_t number = range.first; number < range.end; ++number) {
    const RoleAction& action = replication.records.actions[number];
    rows.add(replication.number, action.at.days(), role_code(replication.scenario, action),
             static_cast<std::int32_t>(action.what), action.node, action.amount, action.hours,
             action.because);
  }
}

std::vector<ColumnSpec> youth_columns(const Scenario& scenario, const KeyColumns& keys) {
  return {keys.replication(),
          id("youth", "Number of the youth in this replication",
             "Nummer van de jeugdige in deze herhaling"),
          keys.node("source", "Where the youth came from; of who was there at the start: the node",
                    "Waar de jeugdige vandaan kwam; van wie er bij aanvang al was: de plek"),
          id("month", "Calendar month of arrival, year x 12 + month - 1; -1: there at the start",
             "Kalendermaand van instroom, jaar x 12 + maand - 1; -1: was er bij aanvang al"),
          count("ordinal", "1", "Number within source and month, from 0",
                "Volgnummer binnen bron en maand, vanaf 0"),
          keys.day("arrived", "Moment of arrival, since the start date",
                   "Moment van instroom, sinds de startdatum"),
          number("age_years", "year", "Age on arrival", "Leeftijd bij instroom"),
          category("severity", scenario.severities.values(), "Severity on arrival",
                   "Zwaarte bij instroom"),
          category("subregion", scenario.subregions.values(), "Subregion", "Subregio"),
          keys.day("exited", "Moment of leaving, since the start date; NaN: not yet",
                   "Moment van uitstroom, sinds de startdatum; NaN: nog niet"),
          keys.node("exit", "Where the youth left to", "Waarheen de jeugdige uitstroomde")};
}

void add_youth_rows(const Replication& replication, RowRange range, TableData& rows) {
  for (std::size_t number = range.first; number < range.end; ++number) {
    const YouthRow& youth = replication.records.youths[number];
    rows.add(replication.number, number, youth.source, youth.month, youth.ordinal,
             youth.arrived.days(), youth.age_at(youth.arrived), youth.severity, youth.subregion,
             days_or_nan(youth.exited), youth.exit);
  }
}

std::vector<ColumnSpec> visit_columns(const Scenario& scenario, const KeyColumns& keys) {
  return {keys.replication(),
          id("youth", "Number of the youth in this replication",
             "Nummer van de jeugdige in deze herhaling"),
          keys.node("source", "Where the youth came from; of who was there at the start: the node",
                    "Waar de jeugdige vandaan kwam; van wie er bij aanvang al was: de plek"),
          keys.node(),
          id("unit", "Unit of the node, from 0", "Onderdeel van de plek, vanaf 0"),
          category("severity", scenario.severities.values(), "Severity when the visit ended",
                   "Zwaarte aan het eind van het bezoek"),
          number("age_years", "year", "Age on asking", "Leeftijd bij aanmelding"),
          keys.day("asked", "Moment of asking, since the start date",
                   "Moment van aanmelding, sinds de startdatum"),
          keys.day("entered", "Moment of entering, since the start date; NaN: did not",
                   "Moment van plaatsing, sinds de startdatum; NaN: niet geplaatst"),
          keys.day("left", "Moment of leaving, since the start date; NaN: still there at the end",
                   "Moment van vertrek, sinds de startdatum; NaN: aan het eind nog aanwezig"),
          keys.node("left_to", "Where the youth went", "Waarheen de jeugdige ging"),
          number("absent_days", "day", "Days of absence between asking and leaving, or the end",
                 "Dagen afwezig tussen aanmelding en vertrek, of het eind"),
          category("outcome",
                   {"completed", "left_list", "bounced", "lapsed", "refused", "mediated",
                    "aged_out", "censored"},
                   "How the visit ended; censored: waiting or inside at the end of the run",
                   "Hoe het bezoek eindigde; censored: wacht of is geplaatst aan het eind")};
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

/// Visits are written last, so those written are no longer needed.
std::size_t release_visits(Records& records, std::size_t end) {
  const auto first = records.visits.begin();
  records.visits.erase(first, first + static_cast<std::ptrdiff_t>(end));
  return 0;
}

}  // namespace

constinit const TableDefinition role_table{
    "/roles",
    role_columns,
    nullptr,
    {add_role_rows, [](const Records& all) { return all.actions.size(); }, keep_rows}};
constinit const TableDefinition youth_table{
    "/youths",
    youth_columns,
    nullptr,
    {add_youth_rows, [](const Records& all) { return all.youths.size(); }, keep_rows}};
constinit const TableDefinition visit_table{
    "/visits",
    visit_columns,
    nullptr,
    {add_visit_rows, [](const Records& all) { return all.visits.size(); }, release_visits}};

}  // namespace doorstroom
