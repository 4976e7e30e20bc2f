// Offers: a unit offers a free place or worker to the first on its list.

#include "models/continuum/region.hpp"

namespace doorstroom {

/// Makes the first offer of the queue. @pre offers_.has_offer()
void Region::make_offer() {
  SiteState& first = offers_.take_first();
  Youth& youth = youths_[first.list.front()];
  const bool one_list = youth.other_lists.empty() && !first.is_shared_list();
  SiteState& unit = one_list ? first : first_declared_offer(youth, first);
  offer(youth, unit);
  offers_.update(first);
  if (&unit != &first) offers_.update(unit);
}

/// A worker takes up the case, or the youth enters or is refused.
void Region::offer(Youth& youth, SiteState& unit) {
  if (unit.node_state->desk) return begin_work(youth, unit);
  if (!router_.admits(youth, unit.node_state->id) && !youth.displaced) return refuse(youth, unit);
  enter(youth, unit);
}

/// The arrangement does not admit the youth any more: he or she is too old by now, say. The node
/// that sent the youth draws another route; if none did, this node does, as at the end of a stay. A
/// request that stands on other lists too goes on there.
void Region::refuse(Youth& youth, SiteState& unit) {
  if (!youth.other_lists.empty()) return refuse_registration(youth, unit);
  leave_lists(youth, WaitEnd::other);
  const bool sent = youth.referral.sender != no_node;
  draw_route(youth, sent ? youth.referral.sender : unit.node_state->id,
             sent ? youth.referral.sender_ordinal : youth.visit.ordinal);
  recorder_.end_visit(youth, Outcome::refused, youth.referral.route->to);
  if (youth.holds_place() && !must_hold(youth, youth.referral.route->to)) release_held_place(youth);
  start_handover(youth);
}

}  // namespace doorstroom
