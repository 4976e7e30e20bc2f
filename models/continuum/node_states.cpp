#include "models/continuum/node_states.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace doorstroom {

NodeStates::NodeStates(const Scenario& scenario, const Draws& draws)
    : draws_(draws), by_id_(scenario.nodes.size()) {
  for (const NodeId id : scenario.nodes.ids()) {
    const NodeKind kind = scenario.nodes[id].kind;
    if (kind == NodeKind::desk || kind == NodeKind::arrangement)
      by_id_[id] = &states_.emplace_back(scenario, id);
  }
  for (const Intervention& intervention : scenario.interventions) {
    if (!intervention.single_desk) continue;
    const std::vector<NodeId>& joins = intervention.single_desk->joins;
    SiteState& pool = pools_.emplace_back((*this)[joins.front()], SiteState::pool_number,
                                          scenario.period.segment_edges());
    pool.open = false;
    for (const NodeId id : joins) (*this)[id].pool = &pool;
  }
}

std::size_t NodeStates::draw_unit(const Youth& youth, const NodeState& there) const {
  const Units::Run run = there.units_of(youth.person.values);
  if (run.count == 1) return static_cast<std::size_t>(run.first);
  const double u = draws_.at(youth.person, there.id, Decision::unit, 0);
  const double at = u * run.count;
  const auto unit = static_cast<std::size_t>(run.first) + static_cast<std::size_t>(at);
  return there.units[unit].stopping ? instead_of(unit, at - std::floor(at), run, there) : unit;
}

/// Of the units that do not stop, the one that youths of a unit that stops belong to instead.
/// @param u  what is left of the draw of the unit: uniform
std::size_t NodeStates::instead_of(std::size_t unit, double u, Units::Run run,
                                   const NodeState& there) {
  std::vector<std::size_t> others;
  for (int i = run.first; i < run.first + run.count; ++i)
    if (!there.units[static_cast<std::size_t>(i)].stopping)
      others.push_back(static_cast<std::size_t>(i));
  if (others.empty()) return unit;
  return others[static_cast<std::size_t>(u * static_cast<double>(others.size()))];
}

SiteState& NodeStates::roomiest(const Youth& youth, NodeId id) {
  NodeState& there = (*this)[id];
  const Units::Run run = there.units_of(youth.person.values);
  const auto first = there.units.begin() + run.first;
  return *std::max_element(first, first + run.count, [](const SiteState& a, const SiteState& b) {
    if (a.shut != b.shut) return a.shut;
    return a.places.capacity() - a.places.taken() < b.places.capacity() - b.places.taken();
  });
}

}  // namespace doorstroom
