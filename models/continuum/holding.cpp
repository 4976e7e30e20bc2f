// Holding a place: a youth whose next place is not free yet stays inside until it is.

#include <algorithm>
#include <memory>
#include <utility>

#include "models/continuum/region.hpp"

namespace doorstroom {

/// Whether the youth stays inside on leaving for that node: for an arrangement with limited places,
/// or where not every day admits youths, that could not let the youth in now, or for a choice of
/// such. Without a handover the youth is inside until he or she enters, even if at the same
/// instant. Nobody holds a place for the arrangement in which it is: it is free for the first on
/// that list.
bool Region::must_hold(const Youth& youth, NodeId to) const {
  const Node& target = node(to);
  if (leads_back(youth, to)) return false;
  if (target.kind == NodeKind::choice)
    return std::ranges::all_of(scenario_.choices[target.index].among, [&](NodeId one) {
      return !router_.admits(youth, one) || must_hold(youth, one);
    });
  if (target.kind != NodeKind::arrangement) return false;
  const NodeState& there = nodes_[to];
  const bool lets_in_always = there.unlimited && !there.units.front().dated;
  if (lets_in_always || youth.referral.delay == Days{0}) return !lets_in_always;
  const SiteState& unit = nodes_.unit_for(youth, to);
  return !(unit.list.empty() && unit.can_enter()) && !enters_elsewhere_at_once(youth, to);
}

/// Whether a youth who leaves for that node, or for that choice, would ask at the arrangement in
/// which he or she has a place.
bool Region::leads_back(const Youth& youth, NodeId to) const {
  const Node& target = node(to);
  if (target.kind == NodeKind::choice)
    return std::ranges::any_of(scenario_.choices[target.index].among, [&](NodeId one) {
      return router_.admits(youth, one) && leads_back(youth, one);
    });
  return to == (youth.holds_place() ? youth.held->node : youth.visit.node);
}

/// The stay is over, but the visit goes on.
void Region::hold_place(Youth& youth) {
  SiteState& unit = nodes_.unit_of(youth);
  youth.held = std::make_unique<const OpenVisit>(youth.visit);
  unit.holders.push_back(youth.slot);
  unit.blocked.add(now(), 1);
}

/// The visit to the place that was held ends: the youth has the next place, or goes elsewhere.
void Region::end_held_stay(Youth& youth, Outcome outcome) {
  const std::unique_ptr<const OpenVisit> held = std::move(youth.held);
  SiteState& unit = nodes_.unit_at(held->node, held->unit);
  std::erase(unit.holders, youth.slot);
  unit.blocked.add(now(), -1);
  vacate(unit, *held, outcome);
  if (unit.node_state->arrangement->leaves_at)
    timers_.plan_leaving_by_age(youth, scenario_.leaves_at);
  const NodeId next = youth.referral.route ? youth.referral.route->to : youth.visit.node;
  recorder_.end_visit(youth, *held, outcome, outcome == Outcome::replaced ? no_node : next);
  end_tracks_asked_in(youth, *held);
}

/// The youth leaves the place before there is a next. Outside arrangements the hazards of absence
/// hold again.
void Region::release_held_place(Youth& youth) {
  end_held_stay(youth);
  if (youth.schooling.attendance == Attendance::absent) begin_hazards(youth);
}

/// Moves all youths of the next cycle at once, if there is one.
void Region::move_cycle() {
  for (const BlockedCycles::Move& move : cycles_.next_cycle())
    enter(youths_[move.slot], *move.into);
}

}  // namespace doorstroom
