#include "models/fields/node_readers.hpp"
#include "models/fields/shared_rows.hpp"
#include "models/reading/read_values.hpp"

/// The keys of desks, and how they are read.

namespace doorstroom {
namespace {

constexpr Range positive{0, Range{}.most, true};

constexpr Field desk_cost[] = {
    {.key = "per_hour",
     .kind = QuantityKind::money,
     .en = "the cost of an hour worked",
     .nl = "de kosten van een gewerkt uur"},
    {.key = "per_case",
     .kind = QuantityKind::money,
     .en = "the cost of a case",
     .nl = "de kosten van een zaak"},
    rows::paid_by,
};
constinit const Section desk_cost_section{"desk cost", desk_cost};

constexpr Field closed_keys[] = {
    {.key = "from",
     .kind = QuantityKind::day_of_year,
     .required = true,
     .en = "the first closed day of the year",
     .nl = "de eerste gesloten dag van het jaar"},
    {.key = "to",
     .kind = QuantityKind::day_of_year,
     .required = true,
     .en = "the day on which work goes on",
     .nl = "de dag waarop het werk verder gaat"},
};
constinit const Section closed_section{"closed", closed_keys};

constexpr Field desk_keys[] = {
    rows::label,
    {.key = "staff",
     .kind = QuantityKind::staff,
     .item = &sections::dated_staff,
     .words = "unlimited",
     .required = true,
     .changeable = true,
     .en = "the staff who work on cases",
     .nl = "de medewerkers die aan zaken werken"},
    rows::growth("the growth of staff, on each 1 August", "de groei van staff, op elke 1 augustus"),
    {.key = "hours",
     .kind = QuantityKind::hours_per_year,
     .range = positive,
     .changeable = true,
     .en = "the hours that an fte gives in a year",
     .nl = "de uren die een fte in een jaar geeft"},
    {.key = "work",
     .kind = QuantityKind::drawn_hours,
     .map = &sections::distribution,
     .changeable = true,
     .en = "the work on a case",
     .nl = "het werk aan een zaak"},
    {.key = "takes",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .standard = "0 days",
     .where_it_applies = true,
     .changeable = true,
     .en = "the least time from the beginning of the work to the decision",
     .nl = "de tijd die er minstens is van het begin van het werk tot het besluit"},
    {.key = "order",
     .kind = QuantityKind::word,
     .words = "first_come | severity",
     .standard = "first_come",
     .en = "who goes first",
     .nl = "wie het eerst aan de beurt is"},
    {.key = "closed",
     .item = &closed_section,
     .en = "the parts of the year without work",
     .nl = "de delen van het jaar zonder werk"},
    rows::units("how many teams have a list of their own", "hoeveel teams een eigen lijst hebben"),
    rows::waiting,
    rows::cost(desk_cost_section),
    rows::routes,
};

std::vector<PartOfYear> read_closed(const NodeRef& at, LoadContext& context) {
  std::vector<PartOfYear> closed;
  for (const NodeRef& item : at.items()) {
    const auto from = read_day_of_year(item["from"].text()).value;
    const auto to = read_day_of_year(item["to"].text()).value;
    if (!from || !to) continue;
    if (*from == *to)
      context.error(item["to"].mark(),
                    say("{} begins and ends on {}", item.path, item["to"].text()),
                    "`to` is the day on which work goes on; make it a later one");
    else
      closed.push_back({*from, *to});
  }
  constexpr int least_open_days = 28;
  const Closures closures(closed, Period(Date{}, 1, {}));
  if (closures.days_a_year() > 365 - least_open_days) {
    context.error(at.mark(), say("{} leaves fewer than {} days a year", at.path, least_open_days),
                  "the hours of a year fall in the days that are left; close fewer of them");
    closed.clear();
  }
  return closed;
}

/// Keys that a desk with staff must have, and one without a limit.
void require(const NodeRef& at, std::string_view key, std::string_view example,
             LoadContext& context) {
  if (!context.has(at, key))
    context.error(at.key_mark, say("{} has no {}", at.path, key),
                  say("add for instance `{}: {}`", key, example));
}

}  // namespace

constinit const Section sections::desk{"desk", desk_keys};

Desk read_desk(const NodeRef& at, Node& node, LoadContext& context) {
  Issues& issues = context.issues;
  Desk desk;
  desk.unlimited = at["staff"].says("unlimited");
  if (!desk.unlimited)
    desk.staff = read_over_time(at["staff"], QuantityKind::staff, context.scenario.period, issues);
  read_growth(at, "staff", desk.unlimited, desk.staff, context);
  desk.hours = read_number(at["hours"], QuantityKind::hours_per_year).value_or(0);
  if (auto work = read_drawn(at["work"], QuantityKind::drawn_hours, issues)) desk.work = *work;
  if (auto takes = read_drawn(at["takes"], QuantityKind::drawn_duration, issues))
    desk.takes = *takes;
  node.cost = read_cost(at["cost"], {{"per_hour", &Cost::per_hour}, {"per_case", &Cost::per_case}},
                        context);
  if (desk.unlimited && at["cost"]["per_hour"])
    context.error(at["cost"]["per_hour"].key_mark,
                  say("{}.cost.per_hour is of a desk without hours", at.path),
                  "unlimited staff keep no hours; use per_case");
  desk.closed = read_closed(at["closed"], context);
  node.units = read_units(at["units"], context);
  if (at["staff"].says("unlimited")) {
    require(at, "takes", "2 weeks", context);
  } else if (at["staff"]) {
    require(at, "hours", "1300 hours per year", context);
    require(at, "work", "30 hours", context);
  }
  return desk;
}

}  // namespace doorstroom
