#include "models/continuum/node_states.hpp"

#include <algorithm>

namespace doorstroom {
namespace {

/// The units of the youth's subregion; all units, where the subregion has none of its own.
Units::Run units_of_subregion(const Youth& youth, const Units& units) {
  if (youth.person.subregion && !units.of_subregion.empty()) {
    const Units::Run run = units.of_subregion[youth.person.subregion];
    if (run.count > 0) return run;
  }
  return {0, units.count};
}

}  // namespace

NodeStates::NodeStates(const Scenario& scenario, const Draws& draws)
    : draws_(draws), by_id_(scenario.nodes.size()) {
  for (const NodeId id : scenario.nodes.ids()) {
    const NodeKind kind = scenario.nodes[id].kind;
    if (kind == NodeKind::desk || kind == NodeKind::arrangement)
      by_id_[id] = &states_.emplace_back(scenario, id);
  }
  for (const Desk& desk : scenario.desks) closures_.emplace_back(desk.closed, scenario.period);
  for (const Intervention& intervention : scenario.interventions) {
    if (!intervention.single_desk) continue;
    const std::vector<NodeId>& joins = intervention.single_desk->joins;
    SiteState& pool = pools_.emplace_back((*this)[joins.front()], std::int16_t{-1},
                                          scenario.period.segment_edges());
    pool.open = false;
    for (const NodeId id : joins) (*this)[id].pool = &pool;
  }
}

std::size_t NodeStates::draw_unit(const Youth& youth, const NodeState& there) const {
  const Units::Run run = units_of_subregion(youth, there.node->units);
  const double u = draws_.at(youth.person, there.id, Decision::unit, 0);
  const int unit = run.first + static_cast<int>(u * run.count);
  return static_cast<std::size_t>(unit);
}

SiteState& NodeStates::roomiest(const Youth& youth, NodeId id) {
  NodeState& there = (*this)[id];
  const Units::Run run = units_of_subregion(youth, there.node->units);
  const auto first = there.units.begin() + run.first;
  return *std::max_element(first, first + run.count, [](const SiteState& a, const SiteState& b) {
    return a.places.capacity() - a.places.taken() < b.places.capacity() - b.places.taken();
  });
}

}  // namespace doorstroom
