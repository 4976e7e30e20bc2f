#include "models/fields/node_readers.hpp"
#include "models/fields/shared_rows.hpp"
#include "models/reading/read_values.hpp"

/// The keys of desks, and how they are read.

namespace doorstroom {
namespace {

constexpr Field desk_cost[] = {
    {.key = "per_fte",
     .kind = QuantityKind::money_per_year,
     .about = translatable("the cost of an fte of staff, at work or idle")},
    {.key = "per_hour",
     .kind = QuantityKind::money,
     .about = translatable("the cost of an hour worked")},
    {.key = "per_case", .kind = QuantityKind::money, .about = translatable("the cost of a case")},
    rows::paid_by,
};
constinit const Section desk_cost_section{translatable("desk cost"), desk_cost};

constexpr Field desk_keys[] = {
    rows::label,
    {.key = "staff",
     .kind = QuantityKind::staff,
     .item = &sections::dated_staff,
     .words = "unlimited",
     .required = true,
     .changeable = true,
     .about = translatable("the staff who work on cases")},
    rows::growth(translatable("the growth of staff, on each 1 August")),
    {.key = "hours",
     .kind = QuantityKind::hours_per_year,
     .range = above_zero,
     .changeable = true,
     .about = translatable("the hours that an fte gives in a year")},
    {.key = "work",
     .kind = QuantityKind::drawn_hours,
     .map = &sections::distribution,
     .changeable = true,
     .about = translatable("the work on a case")},
    {.key = "takes",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .standard = "0 days",
     .where_it_applies = true,
     .changeable = true,
     .about = translatable("the least time from the beginning of the work to the decision")},
    {.key = "order",
     .kind = QuantityKind::word,
     .words = "first_come | severity",
     .standard = "first_come",
     .about = translatable("who goes first")},
    rows::closed(translatable("the parts of the year without work")),
    rows::limit,
    rows::when_full,
    rows::units(translatable("how many teams have a list of their own")),
    rows::waiting,
    rows::cost(desk_cost_section),
    rows::routes,
    rows::also,
    rows::beside,
    rows::ends_with_main,
    rows::helps,
};

/// Keys that a desk with staff must have, and one without a limit.
void require(const NodeRef& at, std::string_view key, std::string_view example,
             LoadContext& context) {
  if (!context.has(at, key))
    context.error(at.key_location, message("{0} has no {1}", at.path, key),
                  message("add for instance `{0}: {1}`", key, example));
}

}  // namespace

constinit const Section sections::desk{translatable("desk"), desk_keys};

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
  node.cost = read_cost(at["cost"],
                        {{"per_fte", &Cost::per_fte_year},
                         {"per_hour", &Cost::per_hour},
                         {"per_case", &Cost::per_case}},
                        context);
  if (desk.unlimited && at["cost"]["per_fte"])
    context.error(at["cost"]["per_fte"].key_location,
                  message("{0}.cost.per_fte is of unlimited staff", at.path),
                  translatable("unlimited staff are not counted; use per_case"));
  if (desk.unlimited && at["cost"]["per_hour"])
    context.error(at["cost"]["per_hour"].key_location,
                  message("{0}.cost.per_hour is of a desk without hours", at.path),
                  translatable("unlimited staff keep no hours; use per_case"));
  desk.closed = read_closed(at["closed"], context);
  if (!node.beside) read_limit(at, node, context);
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
