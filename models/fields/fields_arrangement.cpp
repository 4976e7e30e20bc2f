#include <algorithm>

#include "models/fields/node_readers.hpp"
#include "models/fields/shared_rows.hpp"
#include "models/reading/read_values.hpp"

/// The keys of arrangements, and how they are read.

namespace doorstroom {
namespace {

constexpr Field arrangement_cost[] = {
    {.key = "per_place",
     .kind = QuantityKind::money_per_year,
     .about = translatable("the cost of a place, used or empty")},
    {.key = "per_day_used",
     .kind = QuantityKind::money,
     .about = translatable("the cost of a day that a place is used")},
    {.key = "per_stay", .kind = QuantityKind::money, .about = translatable("the cost of a stay")},
    rows::paid_by,
};
constinit const Section arrangement_cost_section{translatable("arrangement cost"),
                                                 arrangement_cost};

constexpr Field stays_by[] = {
    {.key = "by",
     .kind = QuantityKind::id,
     .required = true,
     .about = translatable("by what stays differ: severity, or an attribute")},
    {.key = "*",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .changeable = true,
     .about = translatable("how long youths of this level or value stay; `rest`: all others")},
};
constinit const Section stays_by_section{translatable("stays that differ"), stays_by};

constexpr Field arrangement_keys[] = {
    rows::label,
    {.key = "leads",
     .kind = QuantityKind::word,
     .words = "education | care | none",
     .standard = "none",
     .about = translatable("the side that leads it")},
    {.key = "education",
     .kind = QuantityKind::education,
     .words = "full | part | none | exempt | unchanged",
     .required = true,
     .unless = "beside",
     .about = translatable("the share of the school hours that youths attend here")},
    {.key = "places",
     .kind = QuantityKind::places,
     .item = &sections::dated_places,
     .words = "unlimited",
     .required = true,
     .changeable = true,
     .about = translatable("how many youths can be there at once")},
    rows::growth(translatable("the growth of places, on each 1 August")),
    rows::units(translatable("how many sites have a list of their own")),
    {.key = "stay",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .map_too = &stays_by_section,
     .required = true,
     .changeable = true,
     .about = translatable("how long youths stay")},
    {.key = "until_age",
     .kind = QuantityKind::age,
     .about = translatable("the age after which a stay ends on 1 August")},
    {.key = "leaves_at",
     .kind = QuantityKind::age,
     .about = translatable("the age at which youths leave the system from here")},
    {.key = "order",
     .kind = QuantityKind::word,
     .words = "first_come | severity | longest_absent",
     .standard = "first_come",
     .about = translatable("who goes first")},
    rows::limit,
    rows::when_full,
    {.key = "admits", .map = &sections::condition, .about = translatable("whom it takes in")},
    {.key = "starts",
     .kind = QuantityKind::word,
     .map = &sections::starts,
     .words = "any_day",
     .standard = "any_day",
     .where_it_applies = true,
     .about = translatable("the dates on which youths can begin")},
    rows::closed(translatable("the parts of the year in which nobody enters")),
    {.key = "holds_place",
     .kind = QuantityKind::word,
     .words = "true | false",
     .standard = "false",
     .where_it_applies = true,
     .about = translatable("whether who waits for a next arrangement stays meanwhile")},
    rows::waiting,
    rows::cost(arrangement_cost_section),
    rows::routes,
    rows::also,
    rows::beside,
    rows::ends_with_main,
    rows::helps,
};

std::vector<StartDay> read_starts(const NodeRef& at) {
  std::vector<StartDay> starts;
  for (const auto& [key, count] : at.entries()) {
    const auto day = read_day_of_year(key).value;
    if (!day) continue;
    StartDay start{*day, std::nullopt};
    if (const auto at_most = read_number(count, QuantityKind::places))
      start.at_most = static_cast<std::int64_t>(*at_most);
    starts.push_back(start);
  }
  return starts;
}

/// Reports dates on which nobody could enter after all.
void check_starts(const NodeRef& at, const Arrangement& arrangement, LoadContext& context) {
  for (const auto& [key, count] : at.entries()) {
    const auto day = read_day_of_year(key).value;
    if (!day) continue;
    const bool is_closed = std::ranges::any_of(
        arrangement.closed, [&](const PartOfYear& part) { return part.holds(*day); });
    if (is_closed)
      context.error(count.key_location,
                    message("{0}.{1} lies in a time that is closed", at.path, key),
                    message("nobody enters then; take the date out, or change `closed`"));
  }
}

}  // namespace

constinit const Section sections::arrangement{translatable("arrangement"), arrangement_keys};

Arrangement read_arrangement(const NodeRef& at, NodeId self, LoadContext& context) {
  Node& node = context.scenario.nodes[self];
  Issues& issues = context.issues;
  Arrangement arrangement;
  arrangement.unlimited = at["places"].says("unlimited");
  if (!arrangement.unlimited)
    arrangement.places =
        read_over_time(at["places"], QuantityKind::places, context.scenario.period, issues);
  read_growth(at, "places", arrangement.unlimited, arrangement.places, context);
  arrangement.stay = read_by_youth(at["stay"], QuantityKind::drawn_duration, context);
  arrangement.admits = read_admission(at["admits"], context);
  arrangement.starts = read_starts(at["starts"]);
  arrangement.closed = read_closed(at["closed"], context);
  check_starts(at["starts"], arrangement, context);
  arrangement.holds_place = at["holds_place"].says("true");
  arrangement.until_age = read_number(at["until_age"], QuantityKind::age);
  arrangement.leaves_at = read_number(at["leaves_at"], QuantityKind::age);
  if (at["leads"].says("education")) node.leads = Leads::education;
  if (at["leads"].says("care")) node.leads = Leads::care;
  node.cost = read_cost(at["cost"],
                        {{"per_place", &Cost::per_place_year},
                         {"per_day_used", &Cost::per_day_used},
                         {"per_stay", &Cost::per_stay}},
                        context);
  if (arrangement.unlimited && at["cost"]["per_place"])
    context.error(at["cost"]["per_place"].key_location,
                  message("{0}.cost.per_place is of unlimited places", at.path),
                  translatable("empty places are paid for too; use per_day_used or per_stay"));
  if (!node.beside) read_limit(at, node, context);
  node.units = read_units(at["units"], context);
  return arrangement;
}

}  // namespace doorstroom
