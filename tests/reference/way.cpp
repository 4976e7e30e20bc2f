// The next way: which route, and for whom it is open.

#include <algorithm>

#include "engine/error.hpp"
#include "tests/reference/world.hpp"

namespace doorstroom::reference {

Way Youth::choose_way(const StopHere& from) {
  const Route& route = choose_route(*from, draw_here(*from, Decision::route));
  const double delay = route.delay.draw(draw_here(*from, Decision::delay), world_.when());
  return {from, route.to, &route, Days{delay}};
}

const Route& Youth::choose_route(const Stop& from, double u) const {
  const Routing& routing = world_.node(from.node).routes;
  const auto branch =
      std::ranges::find_if(routing, [&](const Branch& one) { return applies(one.only_if); });
  DOORSTROOM_EXPECT(branch != routing.end());

  const auto share_of = [&](const Route& route) {
    return !route.rest && applies(route) ? std::clamp(world_.value(route.share), 0.0, 1.0) : 0.0;
  };
  const Route* rest = nullptr;
  double sum = 0;
  for (const Route& route : branch->routes) {
    if (route.rest && applies(route)) rest = &route;
    sum += share_of(route);
  }
  const double whole = rest ? std::max(sum, 1.0) : sum;
  const Route* last = rest;
  double reached = 0;
  for (const Route& route : branch->routes) {
    const double share = share_of(route);
    if (share == 0) continue;
    reached += share;
    if (u * whole < reached) return route;
    if (!rest) last = &route;
  }
  DOORSTROOM_EXPECT(last != nullptr);
  return *last;
}

bool Youth::applies(const Route& route) const {
  return applies(route.only_if) && admitted(route.to);
}

bool Youth::applies(const std::optional<Condition>& condition) const {
  const Period& period = world_.scenario.period;
  const Date august = Period::last_first_of_august(period.date_of(world_.now));
  const double age_years = age_days(period.at(august)) / days_per_year;
  return !condition || condition->admits(age_years, severity_, subregion_);
}

bool Youth::admitted(NodeId node) const {
  return world_.node(node).kind != NodeKind::arrangement ||
         applies(world_.arrangement(node).admits);
}

Youth::StopHere Youth::begin_stop(NodeId node) {
  return std::make_shared<Stop>(Stop{.node = node, .number = stops_[node]++});
}

}  // namespace doorstroom::reference
