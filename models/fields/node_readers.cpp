#include "models/fields/node_readers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/units.hpp"
#include "models/reading/read_values.hpp"

namespace doorstroom {
namespace {

double largest_of(const Number& number) {
  double largest = number.value;
  for (const Number::Dated& dated : number.dated) largest = std::max(largest, dated.value);
  return largest;
}

}  // namespace

ListOrder read_order(const NodeRef& at) {
  if (at.says("severity")) return ListOrder::severity;
  return at.says("longest_absent") ? ListOrder::longest_absent : ListOrder::first_come;
}

void read_education(const NodeRef& at, Node& node) {
  node.education = Education::unchanged;
  if (at.says("none")) node.education = Education::none;
  if (at.says("exempt")) node.education = Education::exempt;
  std::optional<double> share = read_number(at, QuantityKind::education);
  if (at.says("full")) share = 1;
  if (at.says("part")) share = 0.5;
  if (!share) return;
  node.education = Education::share;
  node.education_share = *share;
}

Waiting read_waiting(const NodeRef& at, NodeId self, LoadContext& context) {
  Waiting waiting;
  waiting.at_home = read_number(at["at_home"], QuantityKind::share).value_or(0);
  waiting.stays_home_after =
      read_drawn(at["stays_home_after"], QuantityKind::drawn_duration, context.issues);
  waiting.leaves_after =
      read_drawn(at["leaves_after"], QuantityKind::drawn_duration, context.issues);
  waiting.leaves_to = context.target(at["leaves_to"]);
  waiting.worsens = read_number(at["worsens"], QuantityKind::hazard).value_or(0);
  const bool beside = context.scenario.nodes[self].beside;
  if (at["leaves_after"] && !context.has(at, "leaves_to") && !beside)
    context.error(at["leaves_after"].key_location,
                  message("{0} has leaves_after without leaves_to", at.path),
                  message("who gives up the list must go somewhere; add leaves_to with a node"));
  if (at["leaves_to"] && waiting.leaves_to == self)
    context.error(at["leaves_to"].location(), message("{0}.leaves_to is the node itself", at.path),
                  message("who gives up a list does not join it again; name another node"));
  return waiting;
}

std::vector<PartOfYear> read_closed(const NodeRef& at, LoadContext& context) {
  std::vector<PartOfYear> closed;
  for (const NodeRef& item : at.items()) {
    const auto from = read_day_of_year(item["from"].text()).value;
    const auto to = read_day_of_year(item["to"].text()).value;
    if (!from || !to) continue;
    if (*from == *to)
      context.error(item["to"].location(),
                    message("{0} begins and ends on {1}", item.path, item["to"].text()),
                    translatable("`to` is the day on which it is open again; make it a later one"));
    else
      closed.push_back({*from, *to});
  }
  constexpr int least_open_days = 28;
  const Closures closures(closed, Period(Date{}, 1, {}));
  if (closures.days_a_year() > 365 - least_open_days) {
    context.error(
        at.location(), message("{0} leaves fewer than {1} days a year", at.path, least_open_days),
        translatable("the work and the entries of a year fall in the days that are left; close "
                     "fewer of them"));
    closed.clear();
  }
  return closed;
}

void read_limit(const NodeRef& at, Node& node, LoadContext& context) {
  const NodeRef limit = at["limit"];
  const NodeRef when_full = at["when_full"];
  if (const auto length = read_number(limit, QuantityKind::whole))
    node.limit = static_cast<std::int64_t>(*length);
  node.when_full = context.target(when_full);
  if (limit && !context.has(at, "when_full"))
    context.error(
        limit.key_location, message("{0} has limit without when_full", at.path),
        translatable("whom a full list turns away must go somewhere; add when_full with a node"));
  if (when_full && !context.has(at, "limit"))
    context.error(
        when_full.key_location, message("{0} has when_full without limit", at.path),
        translatable("a list without a limit is never full; add limit, such as `limit: 20`"));
  if (node.when_full != no_node && context.scenario.nodes[node.when_full].id == node.id)
    context.error(when_full.location(), message("{0} is the node itself", when_full.path),
                  translatable("its list is full; name another node"));
  if (node.when_full == no_node) node.limit.reset();
}

/// What grows by a factor a year must stay a number that can be worked with, all through the run.
void check_growth(const NodeRef& at, double growth, double largest, LoadContext& context) {
  constexpr double most = 1e9;
  const Period& period = context.scenario.period;
  const double before = static_cast<double>(-period.first_day()) / days_per_year;
  const double after = static_cast<double>(period.horizon_day()) / days_per_year;
  const double grown =
      largest * std::max(std::pow(1 + growth, after), std::pow(1 + growth, -before));
  if (context.period_known && growth != 0 && largest > 0 && !(grown <= most))
    context.error(at["growth"].location(),
                  message("{0}.growth is {1}, which grows beyond {2} within the run", at.path,
                          at["growth"].text(), fmt::format("{:.0e}", most)),
                  message("use less growth, fewer years or a shorter warm_up"));
}

/// Growth of what `key` holds; nothing grows where there is no limit.
void read_growth(const NodeRef& at, std::string_view key, bool unlimited, Number& number,
                 LoadContext& context) {
  number.growth = read_number(at["growth"], QuantityKind::growth).value_or(0);
  if (unlimited && number.growth != 0)
    context.error(at["growth"].location(),
                  message("{0}.growth is {1} of what is unlimited", at.path, at["growth"].text()),
                  message("give {0} a number, or take growth out", key));
  check_growth(at, number.growth, largest_of(number), context);
}

namespace {

/// @param at  a number of units for each value of the attribute
void read_units_of_values(const NodeRef& at, Units& units, LoadContext& context) {
  const Attribute& attribute = context.scenario.attributes[units.by];
  units.count = 0;
  units.of_value.resize(attribute.values.size());
  for (const auto& [name, count] : at.entries()) {
    const auto value =
        context.id_of(KeyRef(name, at.path, count.key_location), attribute.values, attribute.id);
    const auto number = static_cast<int>(read_number(count, QuantityKind::whole).value_or(1));
    if (value) units.of_value[*value] = {units.count, number};
    units.count += number;
  }
  if (units.count == 0) {
    context.error(at.location(), message("{0} holds no unit", at.path),
                  message("give at least one value its number of units, or a plain number"));
    units.count = 1;
  }
}

/// How many units there are of what youths, and who takes a place at another.
void read_units_in_full(const NodeRef& at, Units& units, LoadContext& context) {
  if (const auto count = read_number(at["count"], QuantityKind::whole))
    units.count = static_cast<int>(*count);
  if (const AttributeId by = context.attribute(at["by"])) {
    units.by = by;
    if (at["of"].is_map()) read_units_of_values(at["of"], units, context);
  }
  for (const auto& [key, other] : {std::pair{"of", "by"}, std::pair{"by", "of"}})
    if (at[key] && !context.has(at, other))
      context.error(at[key].key_location, message("{0} has {1} without {2}", at.path, key, other),
                    message("write both, such as `by: subregion, of: {{north: 2, south: 1}}`"));
  const NodeRef elsewhere = at["elsewhere"];
  if (!elsewhere.is_map()) return;
  units.elsewhere = {
      .share = read_number(elsewhere["share"], QuantityKind::share).value_or(0),
      .after = Days{read_number(elsewhere["after"], QuantityKind::duration).value_or(0)}};
}

}  // namespace

Units read_units(const NodeRef& at, LoadContext& context) {
  Units units;
  if (const auto count = read_number(at, QuantityKind::whole))
    units.count = static_cast<int>(*count);
  if (!at.is_map()) return units;
  const bool in_full = at["count"] || at["of"] || at["by"] || at["elsewhere"];
  in_full ? read_units_in_full(at, units, context) : read_units_of_values(at, units, context);
  return units;
}

}  // namespace doorstroom
