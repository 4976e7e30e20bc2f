#include "models/referral.hpp"

#include <algorithm>

namespace doorstroom {
namespace {

bool meets(const std::optional<Condition>& condition, const Traits& traits) {
  return !condition || condition->admits(traits.age_years, traits.severity, traits.subregion);
}

bool open_to(const Scenario& scenario, const Route& route, const Traits& traits) {
  if (!meets(route.only_if, traits)) return false;
  const Node& target = scenario.nodes[route.to];
  return target.kind != NodeKind::arrangement ||
         meets(scenario.arrangements[target.index].admits, traits);
}

double share_of(const Scenario& scenario, const Route& route, When when) {
  return std::clamp(route.share.at(scenario.period, when), 0.0, 1.0);
}

}  // namespace

bool Condition::admits(double age_years, int severity, int subregion) const {
  const auto among = [](const std::vector<int>& allowed, int one) {
    return allowed.empty() || std::find(allowed.begin(), allowed.end(), one) != allowed.end();
  };
  return age_from <= age_years && age_years < age_to && among(severities, severity) &&
         among(subregions, subregion);
}

const Route* choose_route(const Scenario& scenario, const Routing& routing, const Traits& traits,
                          double u, When when) {
  for (const Branch& branch : routing) {
    if (!meets(branch.only_if, traits)) continue;

    const Route* rest = nullptr;
    double stated = 0;
    for (const Route& route : branch.routes) {
      if (!open_to(scenario, route, traits)) continue;
      if (route.rest)
        rest = &route;
      else
        stated += share_of(scenario, route, when);
    }
    if (!rest && stated <= 0) return nullptr;

    const double whole = rest ? std::max(stated, 1.0) : stated;
    double reached = 0;
    const Route* last = nullptr;
    for (const Route& route : branch.routes) {
      if (route.rest || !open_to(scenario, route, traits)) continue;
      const double share = share_of(scenario, route, when);
      if (share <= 0) continue;
      reached += share / whole;
      last = &route;
      if (u < reached) return &route;
    }
    return rest ? rest : last;
  }
  return nullptr;
}

const Route* certain_route(const Scenario& scenario, const Routing& routing) {
  if (routing.size() != 1 || routing[0].only_if || routing[0].routes.size() != 1) return nullptr;
  const Route& only = routing[0].routes[0];
  const Node& target = scenario.nodes[only.to];
  const bool open_to_all = !only.only_if && (target.kind != NodeKind::arrangement ||
                                             !scenario.arrangements[target.index].admits);
  const bool always = only.rest || (only.share.is_constant() && only.share.value > 0);
  return open_to_all && always ? &only : nullptr;
}

}  // namespace doorstroom
