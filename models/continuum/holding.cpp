// Holding a place: who leaves for a full arrangement stays inside until it has room. Youths who
// hold each other's places in a circle move at once.

#include <algorithm>
#include <memory>
#include <utility>

#include "models/continuum/region.hpp"

namespace doorstroom {

/// Whether the youth stays inside on the way to that node. Who asks there at this very instant
/// does, and leaves in that instant if there is room; with a handover before, who could not enter
/// now.
bool Region::must_hold(const Youth& youth, NodeId to) const {
  const Node& target = node(to);
  if (target.kind == NodeKind::choice)
    return std::ranges::all_of(scenario_.choices[target.index].among, [&](NodeId one) {
      return !router_.admits(youth, one) || must_hold(youth, one);
    });
  if (target.kind != NodeKind::arrangement) return false;
  const NodeState& there = nodes_[to];
  if (there.unlimited || youth.referral.delay == Days{0}) return !there.unlimited;
  const SiteState& unit = nodes_.unit_for(youth, to);
  return !(unit.list.empty() && unit.can_enter());
}

/// The stay is over, but not the visit.
void Region::hold_place(Youth& youth) {
  SiteState& here = nodes_.unit_of(youth);
  youth.held = std::make_unique<const OpenVisit>(youth.visit);
  here.holders.push_back(youth.slot);
  here.blocked.add(now(), 1);
}

/// The next place is there, or is no longer waited for.
void Region::leave_held_place(Youth& youth, Outcome outcome) {
  const std::unique_ptr<const OpenVisit> held = std::move(youth.held);
  SiteState& here = nodes_.unit_at(held->node, held->unit);
  std::erase(here.holders, youth.slot);
  here.blocked.add(now(), -1);
  vacate(here, *held);
  if (here.node_state->arrangement->leaves_at)
    timers_.plan_leaving_by_age(youth, scenario_.leaves_at);
  recorder_.end_visit(youth, *held, outcome,
                      youth.referral.route ? youth.referral.route->to : youth.visit.node);
}

/// Leaves without a next place: outside, absence may lead elsewhere again.
void Region::give_place_up(Youth& youth) {
  leave_held_place(youth);
  if (youth.schooling.attendance == Attendance::absent) begin_hazards(youth);
}

/// Moves all youths of the next cycle at once, if there is one.
void Region::move_cycle() {
  for (const BlockedCycles::Move& move : cycles_.next_cycle())
    enter(youths_[move.slot], *move.into);
}

}  // namespace doorstroom
