// Legal terms: what the clocks hear of a youth, and what follows when a term runs out.

#include <algorithm>

#include "engine/error.hpp"
#include "models/continuum/region.hpp"

namespace doorstroom {

void Region::tell_clocks(Youth& youth, ClockEvent event, NodeId node, Instant at) {
  clocks_->note(youth, event, node, at, draws_);
  timers_.plan_end_of_term(youth);
}

/// What is known of the time before the run is heard of afterwards.
void Region::open_clocks() {
  if (scenario_.clocks.empty()) return;
  clocks_.emplace(scenario_);
  for (Youth* youth : youths_.all()) {
    if (youth->stage == Stage::listed)
      tell_clocks(*youth, ClockEvent::asks, youth->visit.node, youth->visit.asked);
    if (youth->stage == Stage::inside)
      tell_clocks(*youth, ClockEvent::enters, youth->visit.node, youth->visit.entered);
    if (youth->schooling.attendance == Attendance::absent)
      tell_clocks(*youth, ClockEvent::absent, no_node, youth->schooling.absent_since);
  }
}

/// Who has no place asks where the clock says, and nowhere else; who is inside keeps the place, and
/// who waits there already goes on doing so.
void Region::end_term(Youth& youth) {
  const NodeId then = clocks_->run_out(youth, now(), draws_);
  timers_.plan_end_of_term(youth);
  const bool has_place = youth.stage == Stage::inside || youth.holds_place();
  const bool is_there = youth.stage != Stage::handover && is_listed_at(youth, then);
  if (then == no_node || is_there || has_place) return;
  drop_requests(youth, then);
  turn_to(youth, then);
}

/// Takes part in school so from now on.
void Region::take_part(Youth& youth, Attendance attendance, double education) {
  const bool other = youth.schooling.attendance != attendance;
  attendance_.note(youth, now(), attendance, education);
  if (!other) return;
  switch (attendance) {
    case Attendance::attending:
      return notify_clocks(youth, ClockEvent::attends);
    case Attendance::absent:
      return notify_clocks(youth, ClockEvent::absent);
    case Attendance::exempt:
      return notify_clocks(youth, ClockEvent::exempt);
  }
}

}  // namespace doorstroom
