#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string.hpp>

#include "models/loading/loader.hpp"
#include "models/yaml/issue_text.hpp"

/// What interventions set to work: casework, a single desk, steering.

namespace doorstroom {
namespace {

/// The arrangement with limited places, or whatever is asked for, that an id names.
NodeId target_of_kind(const NodeRef& at, const std::string& path, NodeKind kind,
                      LoadContext& context) {
  const NodeId id = context.target({at.value, path, at.key_mark});
  if (id == no_node) return id;
  const Scenario& scenario = context.scenario;
  const Node& node = scenario.nodes[id];
  const bool arrangement = kind == NodeKind::arrangement;
  const bool fits = node.kind == kind && !(arrangement ? scenario.arrangements[node.index].unlimited
                                                       : scenario.desks[node.index].unlimited);
  if (fits) return id;
  context.error(at.mark(),
                say("{} names {}, which is no {}", path, node.id,
                    phrase(arrangement ? "arrangement with a number of places"
                                       : "desk with a number of staff")),
                arrangement ? "places are given, opened and closed in such arrangements only"
                            : "staff are joined of such desks only");
  return no_node;
}

NodeId key_of_kind(const std::string& id, const NodeRef& at, const std::string& path, NodeKind kind,
                   LoadContext& context) {
  const Value key{Value::Kind::scalar, at.key_mark, id, false, {}, {}};
  return target_of_kind({&key, path, at.key_mark}, path, kind, context);
}

std::vector<NodeId> read_nodes(const NodeRef& at, NodeKind kind, LoadContext& context) {
  std::vector<NodeId> nodes;
  for (const NodeRef& item : at.items())
    if (const NodeId id = target_of_kind(item, at.path, kind, context); id != no_node)
      nodes.push_back(id);
  return nodes;
}

std::vector<Steering::Count> read_counts(const NodeRef& at, LoadContext& context) {
  std::vector<Steering::Count> counts;
  for (const auto& [id, count] : at.entries())
    if (const NodeId in = key_of_kind(id, count, at.path, NodeKind::arrangement, context);
        in != no_node)
      counts.push_back(
          {in, static_cast<std::int64_t>(read_number(count, QuantityKind::places).value_or(0))});
  return counts;
}

/// A figure that can be watched, and what it is measured in.
struct Watched {
  std::string_view name;
  Steering::Figure figure;
  QuantityKind kind;
};
constexpr std::array watchable{
    Watched{"wait_mean", Steering::Figure::wait_mean, QuantityKind::duration},
    Watched{"wait_p50", Steering::Figure::wait_p50, QuantityKind::duration},
    Watched{"wait_p90", Steering::Figure::wait_p90, QuantityKind::duration},
    Watched{"entered_within_6w", Steering::Figure::entered_within_6w, QuantityKind::share},
    Watched{"entered_within_10w", Steering::Figure::entered_within_10w, QuantityKind::share},
    Watched{"still_waiting", Steering::Figure::still_waiting, QuantityKind::number},
    Watched{"utilisation", Steering::Figure::utilisation, QuantityKind::share},
    Watched{"occupied_mean", Steering::Figure::occupied_mean, QuantityKind::number},
    Watched{"waiting_mean", Steering::Figure::waiting_mean, QuantityKind::number},
};

/// "oza.wait_p90": the node and the figure.
const Watched* read_watched(const NodeRef& at, Steering& steering, LoadContext& context) {
  if (!at.is_scalar()) return nullptr;
  const std::string text = at.text();
  const std::size_t dot = text.find('.');
  const std::string id = text.substr(0, dot);
  const auto node = context.ids.find(id);
  const bool known = node != context.ids.end() &&
                     (context.scenario.nodes[node->second].kind == NodeKind::desk ||
                      context.scenario.nodes[node->second].kind == NodeKind::arrangement);
  const std::string name = dot == std::string::npos ? "" : text.substr(dot + 1);
  const auto found = std::ranges::find(watchable, name, &Watched::name);
  if (known && found != watchable.end()) {
    steering.watches = node->second;
    steering.figure = found->figure;
    return &*found;
  }
  std::vector<std::string> names;
  for (const Watched& one : watchable) names.emplace_back(one.name);
  context.error(
      at.mark(), say("{} is {}, which cannot be watched", at.path, shown(text)),
      say("write a desk or an arrangement, a dot and one of {}", boost::join(names, ", ")));
  return nullptr;
}

/// "> 10 weeks": the comparison and the quantity.
void read_threshold(const NodeRef& at, const Watched& watched, Steering& steering,
                    LoadContext& context) {
  if (!at.is_scalar()) return;
  std::string text = boost::trim_copy(at.text());
  const bool compares = text.starts_with('>') || text.starts_with('<');
  steering.when_above = text.starts_with('>');
  steering.or_equal = text.size() > 1 && text[1] == '=';
  const std::string amount =
      compares ? boost::trim_copy(text.substr(steering.or_equal ? 2 : 1)) : std::string();
  const ParseResult<double> parsed = read_quantity(watched.kind, amount);
  if (compares && parsed.value) {
    steering.threshold = *parsed.value;
    return;
  }
  context.error(at.mark(), say("{} is {}", at.path, shown(at.text())),
                say("write > or < and what {} is compared with, such as \"> {}\"", watched.name,
                    example_of(watched.kind)));
}

Casework read_casework(const NodeRef& at, LoadContext& context) {
  Casework casework;
  casework.fte = read_number(at["fte"], QuantityKind::number).value_or(0);
  casework.hours = read_number(at["hours"], QuantityKind::hours_per_year).value_or(0);
  casework.per_case = read_number(at["per_case"], QuantityKind::hours).value_or(1);
  casework.every = read_span(at["every"]).value_or(CalendarSpan{0, 7});
  if (at["picks"].says("absent_first")) casework.picks = Casework::Picks::absent_first;
  if (at["picks"].says("most_severe")) casework.picks = Casework::Picks::most_severe;
  casework.may_place_in = read_nodes(at["may_place_in"], NodeKind::arrangement, context);
  for (const auto& [id, rate] : at["makes"].entries())
    if (const NodeId in = key_of_kind(id, rate, at["makes"].path, NodeKind::arrangement, context);
        in != no_node)
      casework.makes.push_back({in, read_number(rate, QuantityKind::youths_per_year).value_or(0)});
  casework.else_back_at_school =
      read_number(at["else_back_at_school"], QuantityKind::share).value_or(0);
  if (casework.every == CalendarSpan{})
    context.error(at["every"].mark(), say("{} is no time", at["every"].path),
                  "it is the time from one meeting to the next; use 1 day or more");
  return casework;
}

/// The desks that a source leads to without a stay in between.
std::vector<bool> led_to(const Scenario& scenario, const Node& source) {
  std::vector<bool> reached(scenario.nodes.size());
  std::vector<const Node*> from{&source};
  while (!from.empty()) {
    const Node& node = *from.back();
    from.pop_back();
    for (const Branch& branch : node.routes)
      for (const Route& route : branch.routes) {
        if (route.to == no_node || reached[static_cast<std::size_t>(route.to)]) continue;
        const Node& target = scenario.nodes[route.to];
        if (target.kind != NodeKind::desk) continue;
        reached[static_cast<std::size_t>(route.to)] = true;
        from.push_back(&target);
      }
  }
  return reached;
}

void add_factor(std::vector<Change>& changes, double factor, const InterventionProfile& profile) {
  if (factor != 1)
    changes.push_back(
        {.kind = Change::Kind::factor, .amount = factor, .replacement = {}, .profile = profile});
}

/// The work of the desks and the inflow to them change as by an effect.
void change_by_single_desk(const NodeRef& at, const SingleDesk& desk,
                           const InterventionProfile& profile, LoadContext& context) {
  Scenario& scenario = context.scenario;
  const double work = read_number(at["work"], QuantityKind::factor).value_or(1);
  const double inflow = read_number(at["inflow"], QuantityKind::factor).value_or(1);
  for (const NodeId id : desk.joins)
    add_factor(scenario.desks[scenario.nodes[id].index].work.changes, work, profile);
  for (Node& node : scenario.nodes) {
    if (node.kind != NodeKind::source) continue;
    const std::vector<bool> reached = led_to(scenario, node);
    const bool leads = std::ranges::any_of(
        desk.joins, [&](NodeId id) { return reached[static_cast<std::size_t>(id)]; });
    if (leads) add_factor(scenario.sources[node.index].per_year.changes, inflow, profile);
  }
}

SingleDesk read_single_desk(const NodeRef& at, LoadContext& context) {
  const Scenario& scenario = context.scenario;
  SingleDesk desk{read_nodes(at["joins"], NodeKind::desk, context)};
  const NodeRef joins = at["joins"];
  if (joins.is_list() && joins.value->items.size() < 2)
    context.error(joins.mark(), say("{} names fewer than two desks", joins.path),
                  "a single desk joins at least two");
  const auto closed = [&](NodeId id) -> const std::vector<PartOfYear>& {
    return scenario.desks[scenario.nodes[id].index].closed;
  };
  for (const NodeId id : desk.joins) {
    if (closed(id) != closed(desk.joins.front()))
      context.error(joins.mark(), say("{} joins desks that are closed on other days", joins.path),
                    "one staff keeps one calendar; give them the same `closed`");
    const bool twice = std::ranges::count(desk.joins, id) > 1;
    const bool elsewhere = std::ranges::any_of(scenario.interventions, [&](const auto& other) {
      return other.single_desk && std::ranges::count(other.single_desk->joins, id) > 0;
    });
    if (twice || elsewhere) {
      context.error(joins.mark(), say("{} is joined twice", scenario.nodes[id].id),
                    "a desk is part of one single desk; take it out of one of them");
      break;
    }
  }
  return desk;
}

Steering read_steering(const NodeRef& at, LoadContext& context) {
  Steering steering;
  for (const NodeRef& item : at["decides_on"].items())
    if (const auto day = read_day_of_year(item.text()).value) steering.decides_on.push_back(*day);
  if (const Watched* watched = read_watched(at["watches"], steering, context))
    read_threshold(at["when"], *watched, steering, context);
  steering.over = read_span(at["over"]).value_or(CalendarSpan{6, 0});
  steering.after = read_span(at["after"]).value_or(CalendarSpan{});
  steering.opens = read_counts(at["opens"], context);
  steering.closes = read_counts(at["closes"], context);
  if (const NodeRef moves = at["moves"]; moves.is_map()) {
    const NodeId from =
        target_of_kind(moves["from"], moves["from"].path, NodeKind::arrangement, context);
    const NodeId to = target_of_kind(moves["to"], moves["to"].path, NodeKind::arrangement, context);
    const double count = read_number(moves["count"], QuantityKind::places).value_or(0);
    if (from != no_node && to != no_node)
      steering.moves = Steering::Move{from, to, static_cast<std::int64_t>(count)};
    if (from != no_node && from == to)
      context.error(moves["to"].mark(), say("{} is where they come from", moves["to"].path),
                    "places move from one arrangement to another; name another one");
  }
  if (const auto most = read_number(at["at_most"], QuantityKind::places))
    steering.at_most = static_cast<std::int64_t>(*most);
  if (at.is_map() && !context.has(at, "opens") && !context.has(at, "closes") &&
      !context.has(at, "moves"))
    context.error(at.key_mark, say("{} changes nothing", at.path),
                  "say what it opens, closes or moves, such as `opens: {oza: 5}`");
  return steering;
}

}  // namespace

void load_roles(const NodeRef& at, Intervention& intervention, LoadContext& context) {
  if (at["casework"].is_map()) intervention.casework = read_casework(at["casework"], context);
  if (const NodeRef desk = at["single_desk"]; desk.is_map()) {
    intervention.single_desk = read_single_desk(desk, context);
    change_by_single_desk(desk, *intervention.single_desk, intervention.profile, context);
  }
  if (at["steering"].is_map()) intervention.steering = read_steering(at["steering"], context);
}

}  // namespace doorstroom
