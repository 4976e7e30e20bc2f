#include "models/continuum/route_selector.hpp"

#include <algorithm>

namespace doorstroom {
namespace {

bool meets(const std::optional<Condition>& condition, const Traits& traits) {
  return !condition || (condition->admits(traits.age_years, traits.severity, traits.values) &&
                        condition->is_met_by(traits.help, traits.now));
}

/// Whether a node admits somebody by that rule. A choice does if any of its nodes does.
template <class Admits>
bool lets_in(const Scenario& scenario, NodeId id, const Admits& admits) {
  const Node& node = scenario.nodes[id];
  if (node.kind == NodeKind::choice)
    return std::ranges::any_of(scenario.choices[node.index].among,
                               [&](NodeId one) { return lets_in(scenario, one, admits); });
  return node.kind != NodeKind::arrangement || admits(scenario.arrangements[node.index].admits);
}

bool open_to_all(const Scenario& scenario, const Route& route) {
  return !route.only_if && lets_in(scenario, route.to, [](const auto& rule) { return !rule; });
}

bool open_to(const Scenario& scenario, const Route& route, const Traits& traits) {
  return meets(route.only_if, traits) && admits(scenario, route.to, traits);
}

double share_of(const Scenario& scenario, const Route& route, EvaluationTime when) {
  return std::clamp(route.share.at(scenario.period, when), 0.0, 1.0);
}

}  // namespace

bool Condition::admits(double age_years, SeverityId severity, const AttributeValues& values) const {
  const auto among = [](const auto& allowed, auto one) {
    return allowed.empty() || std::find(allowed.begin(), allowed.end(), one) != allowed.end();
  };
  return age_from <= age_years && age_years < age_to && among(severities, severity) &&
         std::ranges::all_of(attributes, [&](const Among& one) {
           return std::ranges::find(one.values, values[one.attribute]) != one.values.end();
         });
}

bool Condition::is_met_by(std::span<const HelpBeside> help, Instant now) const {
  const auto among = [](const std::vector<NodeId>& nodes, const HelpBeside& one) {
    return std::ranges::find(nodes, one.node) != nodes.end();
  };
  const auto goes_on = [&](const HelpBeside& one) {
    return one.left == never && among(beside, one);
  };
  const auto is_recent = [&](const HelpBeside& one) {
    return among(had, one) && (one.left == never || now - one.left <= within);
  };
  return (beside.empty() || std::ranges::any_of(help, goes_on)) &&
         (had.empty() || std::ranges::any_of(help, is_recent));
}

bool admits(const Scenario& scenario, NodeId node, const Traits& traits) {
  return lets_in(scenario, node, [&](const auto& rule) { return meets(rule, traits); });
}

RouteSelector::Candidate::Candidate(const Scenario& scenario, const Route& its)
    : route(&its), open_to_all(doorstroom::open_to_all(scenario, its)) {
  if (!its.rest && its.share.is_constant()) share = share_of(scenario, its, {});
}

RouteSelector::RouteSelector(const Scenario& scenario, const Routing& routing)
    : scenario_(scenario) {
  for (const Branch& branch : routing) {
    Ready& ready = branches_.emplace_back();
    ready.only_if = branch.only_if;
    for (const Route& route : branch.routes) ready.candidates.emplace_back(scenario, route);
    ready.fixed = std::ranges::all_of(ready.candidates, [](const Candidate& one) {
      return one.open_to_all && (one.route->rest || one.share);
    });
    if (ready.fixed) split(ready.candidates, {}, {}, ready.split);
  }
  if (branches_.empty() || routing.front().only_if || !branches_.front().fixed) return;
  const Split& only = branches_.front().split;
  if (only.routes.size() == 1) fixed_route_ = only.routes.front();
}

const Route* RouteSelector::choose(const Traits& traits, double u, EvaluationTime when) const {
  for (const Ready& ready : branches_) {
    if (!meets(ready.only_if, traits)) continue;
    if (ready.fixed) return ready.split.at(u);
    Split now;
    split(ready.candidates, traits, when, now);
    return now.at(u);
  }
  return nullptr;
}

/// Splits [0, 1) over the routes that are open to a youth at that moment.
void RouteSelector::split(const std::vector<Candidate>& candidates, const Traits& traits,
                          EvaluationTime when, Split& split) const {
  const Route* rest = nullptr;
  double stated = 0;
  for (const Candidate& one : candidates) {
    if (!one.open_to_all && !open_to(scenario_, *one.route, traits)) continue;
    if (one.route->rest) {
      rest = one.route;
      continue;
    }
    const double share = one.share ? *one.share : share_of(scenario_, *one.route, when);
    if (share <= 0) continue;
    stated += share;
    split.routes.push_back(one.route);
    split.reached.push_back(share);
  }
  const double whole = rest ? std::max(stated, 1.0) : stated;
  double before = 0;
  for (double& reached : split.reached) before = reached = before + reached / whole;
  if (rest) split.routes.push_back(rest);
}

const Route* RouteSelector::Split::at(double u) const {
  for (std::size_t i = 0; i < reached.size(); ++i)
    if (u < reached[i]) return routes[i];
  return routes.empty() ? nullptr : routes.back();
}

}  // namespace doorstroom
