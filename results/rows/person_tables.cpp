#include <limits>
#include <ranges>

#include "results/rows/role_names.hpp"
#include "results/rows/table_definition.hpp"

/// One row per youth, per visit and per act of a role: the tables /youths, /visits and /roles.

namespace doorstroom {
namespace {

using column::category;
using column::count;
using column::id;
using column::number;

/// The rows of records that are added now.
template <class All>
auto part_of(const All& records, RowRange range) {
  const auto first = records.begin();
  return std::ranges::subrange(first + static_cast<std::ptrdiff_t>(range.first),
                               first + static_cast<std::ptrdiff_t>(range.end));
}

double days_or_nan(Instant at) {
  return at == never ? std::numeric_limits<double>::quiet_NaN() : at.days();
}

/// Rows that are needed until the last table is filled.
std::size_t keep_rows(Records&, std::size_t end) {
  return end;
}

std::vector<ColumnSpec> role_columns(const Scenario& scenario, const KeyColumns& keys) {
  return {
      keys.replication(),
      keys.day("day", translatable("Moment of acting, since the start date")),
      category("role", role_names(scenario),
               translatable("Who acted: an intervention and its rules")),
      category("action", action_names(),
               translatable(
                   "What was done: placed (found a place), made_place (an extra one), put_first "
                   "(on a list), back_at_school (meanwhile), found_nothing, joined (desks became "
                   "one), parted (again several), decided (about places), decided_not, opened and "
                   "closed (places)")),
      keys.node("node", translatable("Desk or arrangement that it was about; none: nowhere")),
      number("amount", "1", translatable("Youths or places that it was about")),
      number("hours", "hour", translatable("Hours spent on it")),
      number("because", "1",
             translatable(
                 "What was seen: days that the youth had waited, or the figure that is watched, "
                 "in its unit; NaN: nothing"))};
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
  std::vector<ColumnSpec> columns{
      keys.replication(),
      id("youth", translatable("Number of the youth in this replication")),
      keys.node("source",
                translatable("Where the youth came from; of who was found at a node: that node")),
      id("month",
         translatable("Calendar month of arrival, year x 12 + month - 1; -1: of `today`, there on "
                      "the start date; -2: of `initial`, there when the run began")),
      count("ordinal", "1", translatable("Number within source and month, from 0")),
      keys.day("arrived", translatable("Moment of arrival, since the start date")),
      number("age_years", "year", translatable("Age on arrival")),
      category("severity", scenario.severities.values(), translatable("Severity on arrival")),
      category("subregion", scenario.attributes[subregion_attribute].values.values(),
               translatable("Subregion")),
      keys.day("exited", translatable("Moment of leaving, since the start date; NaN: not yet")),
      keys.node("exit", translatable("Where the youth left to; none: not yet, or replaced"))};
  for (const Attribute& one : scenario.attributes)
    if (one.id != "subregion")
      columns.push_back(category(one.id, one.values.values(),
                                 translatable("What the youth has of this attribute")));
  return columns;
}

void add_youth_rows(const Replication& replication, RowRange range, TableData& rows) {
  const auto youths = part_of(replication.records.youths, range);
  std::size_t column = 0;
  const auto add = [&](const auto&... value_of) {
    (rows.add_values(column++, youths, value_of), ...);
  };
  std::size_t number = range.first;
  add([&](const YouthRow&) { return replication.number; },
      [&](const YouthRow&) { return number++; }, [](const YouthRow& youth) { return youth.source; },
      [](const YouthRow& youth) { return youth.month; },
      [](const YouthRow& youth) { return youth.ordinal; },
      [](const YouthRow& youth) { return youth.arrived.days(); },
      [](const YouthRow& youth) { return youth.age_at(youth.arrived); },
      [](const YouthRow& youth) { return youth.severity; },
      [](const YouthRow& youth) { return youth.values[subregion_attribute]; },
      [](const YouthRow& youth) { return days_or_nan(youth.exited); },
      [](const YouthRow& youth) { return youth.exit; });
  for (const AttributeId attribute : replication.scenario.attributes.ids())
    if (attribute != subregion_attribute)
      add([attribute](const YouthRow& youth) { return youth.values[attribute]; });
}

std::vector<ColumnSpec> visit_columns(const Scenario& scenario, const KeyColumns& keys) {
  return {
      keys.replication(),
      id("youth", translatable("Number of the youth in this replication")),
      keys.node("source",
                translatable("Where the youth came from; of who was found at a node: that node")),
      keys.node(),
      id("unit", translatable("Unit of the node, from 0")),
      category("severity", scenario.severities.values(),
               translatable("Severity when the visit ended")),
      number("age_years", "year", translatable("Age on asking")),
      keys.day("asked", translatable("Moment of asking, since the start date")),
      keys.day("entered", translatable("Moment of entering, since the start date; NaN: did not")),
      keys.day("left", translatable(
                           "Moment of leaving, since the start date; NaN: still there at the end")),
      keys.node("left_to", translatable("Where the youth went")),
      number("absent_days", "day",
             translatable("Days of absence between asking and leaving, or the end")),
      category(
          "outcome",
          {"completed", "left_list", "bounced", "lapsed", "refused", "mediated", "aged_out",
           "censored", "displaced", "replaced"},
          translatable("How the visit ended; censored: waiting or inside at the end of the run; "
                       "replaced: made way for those of `today`")),
      id("beside", translatable("1: help or a case beside the youth's own way; 0: on the own way")),
      id("back_at_school", translatable("1: a case beside the youth's own way, at whose end the "
                                        "youth went back to school; 0: otherwise"))};
}

void add_visit_rows(const Replication& replication, RowRange range, TableData& rows) {
  const auto youth_of = [&youths = replication.records.youths](
                            const Visit& visit) -> decltype(auto) { return youths[visit.youth]; };
  rows.add_rows(
      part_of(replication.records.visits, range), [&](const Visit&) { return replication.number; },
      [](const Visit& visit) { return visit.youth; },
      [&](const Visit& visit) { return youth_of(visit).source; },
      [](const Visit& visit) { return visit.node; }, [](const Visit& visit) { return visit.unit; },
      [](const Visit& visit) { return visit.severity; },
      [&](const Visit& visit) { return youth_of(visit).age_at(visit.asked); },
      [](const Visit& visit) { return visit.asked.days(); },
      [](const Visit& visit) { return days_or_nan(visit.entered); },
      [](const Visit& visit) { return days_or_nan(visit.left); },
      [](const Visit& visit) { return visit.left_to; },
      [](const Visit& visit) { return visit.absent_days; },
      [](const Visit& visit) { return static_cast<std::int32_t>(visit.outcome); },
      [](const Visit& visit) { return visit.beside ? 1 : 0; },
      [](const Visit& visit) { return visit.back_at_school ? 1 : 0; });
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
