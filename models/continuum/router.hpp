#pragma once
/// Draws where a youth goes next: the route from the node that is left, as its routes, the effects
/// that divert some of them, and the admission rules of the targets say.

#include <vector>

#include "models/continuum/draws.hpp"
#include "models/continuum/route_selector.hpp"
#include "models/continuum/simulation_time.hpp"
#include "models/continuum/youth.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

class Router {
 public:
  /// All three must outlive it.
  Router(const Scenario& scenario, const Draws& draws, const SimulationTime& time);

  /// @param ordinal  earlier visits to the node that is left
  /// @param times    times that the routes were drawn in this visit before
  /// @throws RunError  when no route applies to the youth
  const Route& draw(const Youth& youth, NodeId from, std::uint32_t ordinal,
                    std::uint32_t times) const;

  /// Whether an arrangement admits the youth now. Other nodes admit everybody.
  bool admits(const Youth& youth, NodeId node) const;

 private:
  Traits traits_of(const Youth& youth) const {
    return {time_.school_age(youth.person.born),
            youth.person.severity,
            youth.person.values,
            {youth.help.data(), youth.help.size()},
            time_.now()};
  }
  const Route& divert(const Youth& youth, const Route& route, std::uint32_t occasion) const;

  const Scenario& scenario_;
  const Draws& draws_;
  const SimulationTime& time_;
  IdVector<NodeId, RouteSelector> selectors_;
};

}  // namespace doorstroom
