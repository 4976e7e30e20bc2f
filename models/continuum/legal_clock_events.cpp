// Legal terms: which events of a youth reach the clocks, and what follows when a term runs out.

#include "models/continuum/region.hpp"

namespace doorstroom {

/// An event that some clock may respond to. It may also change the end of the first term.
void Region::update_clocks(Youth& youth, ClockEvent event, NodeId node, Instant at) {
  clocks_->note(youth, event, node, at, draws_);
  timers_.plan_end_of_term(youth);
}

/// The clocks of a youth get what happens beside the way only where help beside the way is the
/// purpose of the node, which a clock then names.
void Region::notify_clocks_of_track(const Youth& track, ClockEvent event, NodeId node_id) {
  if (node_id == no_node || !node(node_id).beside) return;
  if (Youth* const youth = youth_of_track(track)) notify_clocks(*youth, event, node_id);
}

/// The youth is found at a node: the clocks get what has happened there before.
void Region::time_from_before(Youth& youth) {
  if (!clocks_) return;
  if (youth.stage != Stage::inside)
    update_clocks(youth, ClockEvent::asks, youth.visit.node, youth.visit.asked);
  if (youth.stage != Stage::listed)
    update_clocks(youth, ClockEvent::enters, youth.visit.node, youth.visit.entered);
  if (youth.schooling.attendance == Attendance::absent)
    update_clocks(youth, ClockEvent::absent, no_node, youth.schooling.absent_since);
}

/// A term runs out. A youth without a place asks where the clock says, and nowhere else. A youth
/// who is inside keeps the place, and a youth who is listed or in work there already stays.
void Region::end_term(Youth& youth) {
  const NodeId then = clocks_->run_out(youth, now(), draws_);
  timers_.plan_end_of_term(youth);
  const bool has_place = youth.stage == Stage::inside || youth.holds_place();
  const bool is_there = youth.stage != Stage::handover && is_listed_at(youth, then);
  if (then == no_node || is_there || has_place) return;
  drop_requests(youth, then);
  redirect(youth, then);
}

}  // namespace doorstroom
