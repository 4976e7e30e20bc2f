#include "results/rows/schema.hpp"

#include <algorithm>
#include <limits>

#include "models/messages/said.hpp"
#include "models/scenario/groups.hpp"
#include "results/rows/kpi_lists.hpp"
#include "results/rows/role_names.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

using Names = std::vector<std::string>;

using column::category;
using column::count;
using column::id;
using column::number;
using column::text;

Names node_ids(const Scenario& scenario) {
  Names ids;
  for (const Node& node : scenario.nodes) ids.push_back(node.id);
  return ids;
}

Names clock_ids(const Scenario& scenario) {
  Names ids;
  for (const LegalClock& clock : scenario.clocks) ids.push_back(clock.id);
  return ids;
}

void check_names(const Names& names, const Text& what) {
  // An HDF5 object header message holds 64 KiB: the names of an enum, each with its code.
  constexpr std::size_t limit = 65'000;
  std::size_t size = 0;
  for (const std::string& name : names) {
    size += name.size() + 1 + sizeof(std::int32_t);
    if (name == "none")
      throw input_error(
          say("a {} is called `none`\n  in the result file `none` stands for \"does not "
              "apply\"; give it "
              "another name",
              what));
  }
  if (size > limit)
    throw input_error(say(
        "the names of {} {}s take {} bytes\n  a column of the result file can name {} bytes; use "
        "fewer or shorter names",
        names.size(), what, size, limit));
}

/// The columns that most tables share.
struct Keys {
  Names nodes;

  ColumnSpec replication() const {
    return id("replication", "Number of the replication, from 0",
              "Nummer van de herhaling, vanaf 0");
  }
  ColumnSpec year() const {
    return id("year", "Year since the start date, from 0", "Jaar sinds de startdatum, vanaf 0");
  }
  ColumnSpec year_or_all() const {
    return id("year", "Year since the start date, from 0; -1: the whole period",
              "Jaar sinds de startdatum, vanaf 0; -1: de hele periode");
  }
  ColumnSpec week() const {
    return id("week", "Week since the start date, negative in the warm-up",
              "Week sinds de startdatum, negatief in de aanlooptijd");
  }
  ColumnSpec day(std::string name, std::string en, std::string nl) const {
    return number(std::move(name), "day", std::move(en), std::move(nl));
  }
  ColumnSpec census_day() const {
    return day("day", "Moment of the census, since the start date",
               "Moment van de telling, sinds de startdatum");
  }
  ColumnSpec node(std::string name, std::string en, std::string nl) const {
    return category(std::move(name), nodes, std::move(en), std::move(nl));
  }
  ColumnSpec node() const { return node("node", "Desk or arrangement", "Loket of arrangement"); }
};

void add_kpis(TableSpec& table, std::span<const KpiDefinition> kpis) {
  for (const KpiDefinition& kpi : kpis) table.columns.push_back(column_of(kpi));
}

TableSpec role_table(const Scenario& scenario, const Keys& keys) {
  return {"/roles",
          {keys.replication(),
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
                  "zijn eenheid; NaN: niets")}};
}

TableSpec youth_table(const Scenario& scenario, const Keys& keys) {
  return {"/youths",
          {keys.replication(),
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
           category("severity", scenario.severities, "Severity on arrival", "Zwaarte bij instroom"),
           category("subregion", scenario.subregions, "Subregion", "Subregio"),
           keys.day("exited", "Moment of leaving, since the start date; NaN: not yet",
                    "Moment van uitstroom, sinds de startdatum; NaN: nog niet"),
           keys.node("exit", "Where the youth left to", "Waarheen de jeugdige uitstroomde")}};
}

TableSpec visit_table(const Scenario& scenario, const Keys& keys) {
  return {"/visits",
          {keys.replication(),
           id("youth", "Number of the youth in this replication",
              "Nummer van de jeugdige in deze herhaling"),
           keys.node("source", "Where the youth came from; of who was there at the start: the node",
                     "Waar de jeugdige vandaan kwam; van wie er bij aanvang al was: de plek"),
           keys.node(), id("unit", "Unit of the node, from 0", "Onderdeel van de plek, vanaf 0"),
           category("severity", scenario.severities, "Severity when the visit ended",
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
                    "Hoe het bezoek eindigde; censored: wacht of is geplaatst aan het eind")}};
}

}  // namespace

std::vector<std::string> cost_items(const Scenario& scenario) {
  const Names nodes = node_ids(scenario);
  Names items = nodes;
  for (const Intervention& intervention : scenario.interventions) {
    const bool taken = std::find(nodes.begin(), nodes.end(), intervention.id) != nodes.end();
    items.push_back(taken ? "interventions." + intervention.id : intervention.id);
  }
  return items;
}

bool is_unlimited(const Scenario& scenario, const Node& node) {
  const auto index = static_cast<std::size_t>(node.index);
  return node.kind == NodeKind::desk ? scenario.desks[index].unlimited
                                     : scenario.arrangements[index].unlimited;
}

std::vector<TableSpec> replication_tables(const Scenario& scenario) {
  const Keys keys{node_ids(scenario)};
  check_names(cost_items(scenario), "node or intervention");
  check_names(scenario.severities, "severity");
  check_names(scenario.subregions, "subregion");
  check_names(scenario.funders, "funder");
  check_names(clock_ids(scenario), "clock");
  check_names(role_names(scenario), "role");

  std::vector<TableSpec> tables;
  tables.push_back({"/replications", {keys.replication()}});
  add_kpis(tables.back(), system_kpis());
  tables.push_back({"/by_year", {keys.replication(), keys.year()}});
  add_kpis(tables.back(), system_kpis());
  tables.push_back({"/groups",
                    {keys.replication(),
                     category("group", group_names(scenario),
                              "Youths of a subregion, a severity on arrival, or an age on arrival",
                              "Jeugdigen van een subregio, een zwaarte bij instroom of een "
                              "leeftijd bij instroom")}});
  add_kpis(tables.back(), group_kpis());
  tables.push_back({"/waiting", {keys.replication(), keys.year_or_all(), keys.node()}});
  add_kpis(tables.back(), waiting_kpis());
  tables.push_back({"/use",
                    {keys.replication(), keys.year_or_all(), keys.node(),
                     id("unit", "Unit of the node, from 0; -1: all together",
                        "Onderdeel van de plek, vanaf 0; -1: samen")}});
  add_kpis(tables.back(), use_kpis());
  tables.push_back(
      {"/census",
       {keys.replication(), keys.week(), keys.census_day(), keys.node(),
        id("occupied", "Places taken at the moment of the census; at a desk workers at work",
           "Bezette plaatsen op het moment van de telling; bij een loket medewerkers aan het werk"),
        id("waiting", "Youths on the list at that moment", "Wachtenden op dat moment"),
        id("places", "Places at that moment, at a desk workers; -1: unlimited",
           "Plaatsen op dat moment, bij een loket medewerkers; -1: onbeperkt")}});
  tables.push_back({"/census_absent",
                    {keys.replication(), keys.week(), keys.census_day(),
                     id("absent", "Youths of compulsory school age absent at that moment",
                        "Leerplichtige jeugdigen die op dat moment afwezig zijn"),
                     id("absent_4w", "Of these: absent for more than 4 weeks",
                        "Hiervan thuiszitter: langer dan 4 weken afwezig"),
                     id("absent_13w", "Of these: absent for more than 13 weeks",
                        "Hiervan thuiszitter: langer dan 13 weken afwezig")}});
  tables.push_back({"/flows",
                    {keys.replication(), keys.year(),
                     keys.node("from", "Node that was left", "Plek van vertrek"),
                     keys.node("to", "Node gone to", "Plek van aankomst"),
                     count("youths", "youth", "Youths who went this way, by the moment they left",
                           "Jeugdigen die deze weg gingen, naar moment van vertrek")}});
  tables.push_back({"/costs",
                    {keys.replication(), id("calendar_year", "Calendar year", "Kalenderjaar"),
                     category("funder", scenario.funders, "Who pays; none: nobody was named",
                              "Wie betaalt; none: niemand genoemd"),
                     category("item", cost_items(scenario), "Node or intervention that is paid for",
                              "Plek of interventie waarvoor betaald wordt"),
                     number("euro", "EUR", "Cost", "Kosten")}});
  tables.push_back(
      {"/clocks",
       {keys.replication(),
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
               "tot de jeugdige vertrok of de run eindigde")}});
  tables.push_back({"/balance",
                    {keys.replication(),
                     count("arrived", "youth", "Youths who arrived, over the whole run",
                           "Ingestroomde jeugdigen, over de hele run"),
                     count("present_at_start", "youth", "Youths there when the run began",
                           "Jeugdigen die er bij het begin van de run al waren"),
                     count("exited", "youth", "Youths who left, over the whole run",
                           "Uitgestroomde jeugdigen, over de hele run"),
                     count("present_at_end", "youth", "Youths there when the run ended",
                           "Jeugdigen die er bij het eind van de run nog waren")}});
  tables.push_back(
      {"/balance_nodes",
       {keys.replication(), keys.node(),
        count("entered", "youth", "Stays or cases begun, over the whole run",
              "Plaatsingen of zaken begonnen, over de hele run"),
        count("inside_at_start", "youth",
              "Inside when the run began; at a desk with who awaits the decision",
              "Geplaatst bij het begin van de run; bij een loket met wie op het besluit wacht"),
        count("left", "youth", "Stays or cases ended, over the whole run",
              "Plaatsingen of zaken geëindigd, over de hele run"),
        count("inside_at_end", "youth",
              "Inside when the run ended; at a desk with who awaits the decision",
              "Geplaatst bij het eind van de run; bij een loket met wie op het besluit wacht")}});
  tables.push_back(role_table(scenario, keys));
  tables.push_back(youth_table(scenario, keys));
  tables.push_back(visit_table(scenario, keys));
  return tables;
}

TableSpec node_table(const Scenario& scenario) {
  const Keys keys{node_ids(scenario)};
  return {
      "/nodes",
      {keys.node("node", "Node, as in every other table", "Plek, zoals in elke andere tabel"),
       text("id", "Id in the scenario", "Id in het scenario"),
       category("kind", {"source", "desk", "arrangement", "choice", "exit"}, "What it is",
                "Wat het is"),
       text("label_nl", "Name in Dutch", "Naam in het Nederlands"),
       text("label_en", "Name in English", "Naam in het Engels"),
       category("leads", {"education", "care"}, "Which side leads an arrangement",
                "Wie de regie heeft over een arrangement"),
       category("education", {"full", "part", "share", "exempt", "unchanged"},
                "What it does to taking part in education; none: no education",
                "Wat het met deelname aan onderwijs doet; none: geen onderwijs"),
       number("education_share", "1", "Share of the school hours taken part in; NaN: not a share",
              "Deel van de onderwijstijd waaraan wordt deelgenomen; NaN: geen deel"),
       id("units", "Number of units; 0 for sources, choices and exits, which have none",
          "Aantal onderdelen; 0 voor bronnen, keuzes en uitgangen, die er geen hebben")}};
}

TableData node_rows(const Scenario& scenario) {
  TableData rows(node_table(scenario));
  std::int32_t code = 0;
  for (const Node& node : scenario.nodes) {
    constexpr std::int32_t full = 0, part = 1, share = 2, exempt = 3, unchanged = 4;
    const bool has_share = node.education == Education::share;
    const double attends = node.education_share;
    const std::int32_t education = has_share                             ? attends == 1     ? full
                                                                           : attends == 0.5 ? part
                                                                                            : share
                                   : node.education == Education::exempt ? exempt
                                   : node.education == Education::none   ? none_code
                                                                         : unchanged;
    const std::int32_t leads = node.leads == Leads::education ? 0
                               : node.leads == Leads::care    ? 1
                                                              : none_code;
    rows.add(code++, node.id, static_cast<std::int32_t>(node.kind), node.label.nl, node.label.en,
             leads, education, has_share ? attends : std::numeric_limits<double>::quiet_NaN(),
             has_list(node) ? node.units.count : 0);
  }
  return rows;
}

}  // namespace doorstroom
