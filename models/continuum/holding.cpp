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
      return !admitted(youth, one) || must_hold(youth, one);
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
  if (here.node_state->arrangement->leaves_at) plan_leaving_by_age(youth, scenario_.leaves_at);
  close_visit(youth, *held, outcome,
              youth.referral.route ? youth.referral.route->to : youth.visit.node);
}

/// Leaves without a next place: outside, absence may lead elsewhere again.
void Region::give_place_up(Youth& youth) {
  leave_held_place(youth);
  if (youth.schooling.attendance == Attendance::absent) begin_hazards(youth);
}

/// Who holds a place and stands on this list may be in a circle that could not move before.
void Region::await_cycles(const SiteState& here) {
  for (const std::uint32_t slot : here.list.in_order())
    if (youths_[slot].holds_place()) blocked_.push_back(slot);
}

/// Looks whether youths who began to wait closed circles, and if so, moves everybody in the first.
void Region::resolve_blocking() {
  for (; !blocked_.empty(); blocked_.erase(blocked_.begin())) {
    const Youth& youth = youths_[blocked_.front()];
    if (!youth.present || !youth.holds_place() || youth.stage != Stage::listed) continue;
    if (circle_of(youth).empty()) continue;
    for (const Move& move : first_circle()) enter(youths_[move.slot], *move.into);
    return;
  }
}

/// Of all circles that there are now, the shortest; then the one of those who asked first.
std::vector<Region::Move> Region::first_circle() {
  std::vector<const Youth*> holders;
  for (const NodeState& here : nodes_.all())
    for (const SiteState& unit : here.units)
      for (const std::uint32_t slot : unit.holders)
        if (youths_[slot].stage == Stage::listed) holders.push_back(&youths_[slot]);
  std::ranges::sort(holders, {}, [](const Youth* one) { return precedence_of(*one); });
  std::vector<Move> first;
  for (const Youth* one : holders)
    if (std::vector<Move> circle = circle_of(*one);
        !circle.empty() && (first.empty() || circle.size() < first.size()))
      first = std::move(circle);
  return first;
}

/// The shortest circle from the youth's request back to the place that he or she holds; empty
/// without one. Of several the one of those who asked first. A place that was made for a youth is
/// nobody's next: it closes when left.
std::vector<Region::Move> Region::circle_of(const Youth& youth) {
  const SiteState* const own = &nodes_.unit_at(youth.held->node, youth.held->unit);
  std::vector<Move> moves;
  const auto add_lists_of = [&](const Youth& one, std::size_t before) {
    if (one.held->extra_place) return;
    const auto add = [&](SiteState& into) {
      const bool known = std::ranges::find(moves, &into, &Move::into) != moves.end();
      if (!known && into.open && into.funded && into.starts_left > 0 &&
          admitted(one, into.node_state->id))
        moves.push_back({one.slot, &into, before});
    };
    add(nodes_.unit_of(one));
    for (const Registration& other : one.other_lists) add(nodes_.unit_at(other.node, other.unit));
  };

  add_lists_of(youth, Move::first);
  for (std::size_t i = 0; i < moves.size(); ++i) {
    if (moves[i].into == own) {
      std::vector<Move> circle;
      for (std::size_t at = i; at != Move::first; at = moves[at].before)
        circle.insert(circle.begin(), moves[at]);
      return circle;
    }
    std::vector<std::uint32_t> holders = moves[i].into->holders;
    std::ranges::sort(holders, {},
                      [&](std::uint32_t slot) { return precedence_of(youths_[slot]); });
    for (const std::uint32_t slot : holders)
      if (youths_[slot].stage == Stage::listed) add_lists_of(youths_[slot], i);
  }
  return {};
}

}  // namespace doorstroom
