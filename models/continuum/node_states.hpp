#pragma once
/// The state of every desk and arrangement, and which unit of a node serves a youth.
///
/// A youth belongs to one unit of each node (a site of an arrangement, a team of a desk): one of
/// the units of his or her subregion, or other attribute, by a draw that is made once for the youth
/// and the node. Those of a unit that stops are spread over the others by the rest of that draw.
/// While desks are joined, all their youths are listed at one pool instead, whose number is -1.

#include <cstdint>
#include <deque>
#include <vector>

#include "models/continuum/draws.hpp"
#include "models/continuum/node_state.hpp"
#include "models/continuum/youth.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

class NodeStates {
 public:
  /// Both must outlive it.
  NodeStates(const Scenario& scenario, const Draws& draws);

  /// @pre the node is a desk or an arrangement
  NodeState& operator[](NodeId id) { return *by_id_[id]; }
  const NodeState& operator[](NodeId id) const { return *by_id_[id]; }
  /// Null for other nodes than desks and arrangements.
  const NodeState* find(NodeId id) const { return by_id_[id]; }
  /// Desks and arrangements, in order of nodes.
  std::deque<NodeState>& all() { return states_; }
  const std::deque<NodeState>& all() const { return states_; }
  /// The joined staff of each `single_desk`, with one list for all its desks.
  std::deque<SiteState>& pools() { return pools_; }

  /// The unit at which the youth would be listed.
  SiteState& unit_for(const Youth& youth, NodeId id) {
    NodeState& there = (*this)[id];
    return there.joined ? *there.pool : there.units[own_unit(youth, there)];
  }
  const SiteState& unit_for(const Youth& youth, NodeId id) const {
    const NodeState& there = (*this)[id];
    return there.joined ? *there.pool : there.units[own_unit(youth, there)];
  }
  SiteState& unit_at(NodeId id, std::int16_t number) {
    NodeState& there = (*this)[id];
    return number < 0 ? *there.pool : there.units[static_cast<std::size_t>(number)];
  }
  /// The list on which the youth would stand behind the lists of all units of the node to which he
  /// or she may belong; null where youths wait for their own unit only.
  SiteState* shared_list_for(const Youth& youth, NodeId id) const {
    NodeState& there = *by_id_[id];
    return there.shared_lists.empty() ? nullptr : there.shared_list_of(youth.person.values);
  }
  /// The unit at which the youth is listed, in work or inside.
  SiteState& unit_of(const Youth& youth) { return unit_at(youth.visit.node, youth.visit.unit); }
  /// The team that works on the youth's case, which is never the pool: also while desks are joined,
  /// work is measured at the team of the desk itself.
  SiteState& own_team(const Youth& youth) {
    NodeState& desk = (*this)[youth.visit.node];
    return desk
        .units[desk.pool ? own_unit(youth, desk) : static_cast<std::size_t>(youth.visit.unit)];
  }
  /// The unit whose `waiting` counts the node's youths on the list of `unit`. Youths on the list of
  /// a pool count at the node's first unit.
  SiteState& counting_unit(SiteState& unit, NodeId id) {
    return unit.number < 0 ? (*this)[id].units.front() : unit;
  }
  /// Of the units to which the youth may belong, the first with most places or workers free; one
  /// that has stopped comes last.
  SiteState& roomiest(const Youth& youth, NodeId id);

 private:
  /// Index of the unit to which the youth belongs.
  std::size_t own_unit(const Youth& youth, const NodeState& there) const {
    return there.node->units.count == 1 ? 0 : draw_unit(youth, there);
  }
  std::size_t draw_unit(const Youth& youth, const NodeState& there) const;
  static std::size_t instead_of(std::size_t unit, double u, Units::Run run, const NodeState& there);

  const Draws& draws_;
  std::deque<NodeState> states_;
  IdVector<NodeId, NodeState*> by_id_;  ///< null for other nodes
  std::deque<SiteState> pools_;
};

}  // namespace doorstroom
