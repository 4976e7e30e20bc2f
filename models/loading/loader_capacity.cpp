#include <fmt/format.h>

#include <algorithm>

#include "models/loading/loader.hpp"
#include "models/yaml/issue_text.hpp"

/// How capacity is split, and when, through which list and among which nodes it is had.

namespace doorstroom {

Units read_units(const NodeRef& at, LoadContext& context) {
  Units units;
  if (const auto count = read_number(at, QuantityKind::whole))
    units.count = static_cast<int>(*count);
  if (!at.is_map()) return units;
  units.count = 0;
  units.of_subregion.resize(context.scenario.subregions.size());
  for (const auto& [name, count] : at.entries()) {
    const Value key{Value::Kind::scalar, count.key_mark, name, false, {}, {}};
    const auto subregion =
        context.index_of({&key, at.path, count.key_mark}, context.scenario.subregions, "subregion");
    const auto number = static_cast<int>(read_number(count, QuantityKind::whole).value_or(1));
    if (subregion) units.of_subregion[static_cast<std::size_t>(*subregion)] = {units.count, number};
    units.count += number;
  }
  if (units.count == 0) {
    context.error(at.mark(), say("{} holds no unit", at.path),
                  "give at least one subregion its number of units, or a plain number");
    units.count = 1;
  }
  return units;
}

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

void read_limit(const NodeRef& at, NodeId self, Arrangement& arrangement, LoadContext& context) {
  const NodeRef limit = at["limit"];
  const NodeRef when_full = at["when_full"];
  if (const auto length = read_number(limit, QuantityKind::whole))
    arrangement.limit = static_cast<std::int64_t>(*length);
  arrangement.when_full = context.target(when_full);
  if (limit && !context.has(at, "when_full"))
    context.error(limit.key_mark, say("{} has limit without when_full", at.path),
                  "whom a full list turns away must go somewhere; add when_full with a node");
  if (when_full && !context.has(at, "limit"))
    context.error(when_full.key_mark, say("{} has when_full without limit", at.path),
                  "a list without a limit is never full; add limit, such as `limit: 20`");
  if (when_full && arrangement.when_full == self)
    context.error(when_full.mark(), say("{} is the node itself", when_full.path),
                  "its list is full; name another node");
  if (arrangement.when_full == no_node) arrangement.limit.reset();
}

Choice read_choice(const NodeRef& at, NodeId self, LoadContext& context) {
  const bool first_free = bool(at["first_free"]);
  Choice choice;
  choice.rule = first_free ? Choice::Rule::first_free : Choice::Rule::shortest_list;
  const NodeRef among = at[first_free ? "first_free" : "shortest_list"];
  for (const NodeRef& item : among.items()) {
    const NodeId one = context.target({item.value, among.path, item.key_mark});
    if (one == no_node) continue;
    const NodeKind kind = context.scenario.nodes[one].kind;
    const bool fits = kind == NodeKind::arrangement || (kind == NodeKind::desk && !first_free);
    if (one == self || !fits)
      context.error(item.mark(),
                    say("{} names {}, which is no {}", among.path, item.text(),
                        phrase(first_free ? "arrangement" : "desk or arrangement")),
                    first_free ? "the first free place is a place of an arrangement; name "
                                 "arrangements, or use shortest_list"
                               : "a list is of a desk or an arrangement; name these");
    else if (std::ranges::find(choice.among, one) != choice.among.end())
      context.error(item.mark(), say("{} names {} twice", among.path, item.text()),
                    "a request stands on each list once; take one out");
    else
      choice.among.push_back(one);
  }
  if (among.is_list() && among.value->items.empty())
    context.error(among.mark(), say("{} is an empty list", among.path),
                  "name the nodes to choose among");
  return choice;
}

}  // namespace doorstroom
