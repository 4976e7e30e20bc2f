// Joined desks: several desks have one staff and one list for a while (the pool). Every case keeps
// the routes and the least time of the desk at which the youth asked. A running case holds a worker
// of its own desk and one of the pool, so that both know who is at work, whichever hands out cases.

#include <algorithm>

#include "models/continuum/region.hpp"

namespace doorstroom {

std::vector<RoleAction> Region::join_desks(const SingleDesk& desk) {
  return move_lists(desk, true);
}

std::vector<RoleAction> Region::part_desks(const SingleDesk& desk) {
  return move_lists(desk, false);
}

/// Moves every youth who is listed at the desks to the list of the pool, or back. The moment of
/// asking stays.
std::vector<RoleAction> Region::move_lists(const SingleDesk& desk, bool joined) {
  std::vector<RoleAction> actions;
  std::vector<Youth*> listed;
  for (const NodeId id : desk.joins) {
    NodeState& here = nodes_[id];
    actions.push_back({.at = now(),
                       .what = joined ? RoleAction::What::joined : RoleAction::What::parted,
                       .node = id,
                       .amount = static_cast<double>(listed_at(id))});
    here.joined = joined;
  }
  const auto gather = [&](const SiteState& unit) {
    for (const std::uint32_t slot : unit.list.in_order()) listed.push_back(&youths_[slot]);
  };
  if (!joined) gather(*nodes_[desk.joins.front()].pool);
  for (const NodeId id : desk.joins)
    if (joined) std::ranges::for_each(nodes_[id].units, gather);
  for (Youth* youth : listed) {
    SiteState& from = nodes_.unit_of(*youth);
    lists_.leave(from, youth->visit.node, youth->wait.in_line);
    SiteState& to = nodes_.unit_for(*youth, youth->visit.node);
    youth->visit.unit = to.number;
    youth->wait.in_line = lists_.join(*youth, to, youth->wait.at_head);
  }
  for (const NodeId id : desk.joins) capacity_.review(id);
  return actions;
}

}  // namespace doorstroom
