#include "models/continuum/router.hpp"

#include <fmt/format.h>

#include "models/messages/message.hpp"

namespace doorstroom {

Router::Router(const Scenario& scenario, const Draws& draws, const SimulationTime& time)
    : scenario_(scenario), draws_(draws), time_(time) {
  for (const Node& node : scenario.nodes) selectors_.emplace_back(scenario, node.routes);
}

const Route& Router::draw(const Youth& youth, NodeId from, std::uint32_t ordinal,
                          std::uint32_t times) const {
  const RouteSelector& selector = selectors_[from];
  const Route* route = selector.fixed_route();
  if (!route) {
    const Traits traits = traits_of(youth);
    const double u = draws_.at(youth.person, from, Decision::route, ordinal, times);
    route = selector.choose(traits, u, time_.when());
    if (!route)
      throw run_error(
          message("no route from {0} applies to a youth of {1} years, severity {2}; add a `rest`",
                  scenario_.nodes[from].id, fmt::format("{:.1f}", traits.age_years),
                  scenario_.severities[traits.severity]));
  }
  return route->diverts.empty() ? *route : divert(youth, *route, ordinal * 256 + times);
}

/// The route of the first effect that diverts the youth; else the route itself.
const Route& Router::divert(const Youth& youth, const Route& route, std::uint32_t occasion) const {
  const Traits traits = traits_of(youth);
  for (const Divert& one : route.diverts) {
    const double share = one.share * one.profile.level(time_.when());
    if (share <= 0 || !doorstroom::admits(scenario_, one.way.to, traits)) continue;
    if (draws_.under(youth.person, one.address, Decision::divert, occasion) < share) return one.way;
  }
  return route;
}

bool Router::admits(const Youth& youth, NodeId id) const {
  const Node& node = scenario_.nodes[id];
  if (node.kind != NodeKind::arrangement) return true;
  const auto& rules = scenario_.arrangements[node.index].admits;
  if (!rules) return true;
  const Traits traits = traits_of(youth);
  return rules->admits(traits.age_years, traits.severity, traits.values);
}

}  // namespace doorstroom
