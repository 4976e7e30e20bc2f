// Taking part in school, or not.

#include "engine/error.hpp"
#include "models/continuum/region.hpp"

namespace doorstroom {

/// Stays home from now on, while keeping every request.
void Region::become_absent(Youth& youth) {
  calendar_.cancel(youth.timers.stays_home);
  take_part(youth, Attendance::absent, 0);
  lists_.reorder(youth, ListOrder::longest_absent);
  begin_hazards(youth);
}

/// Goes to school again, while keeping every request; may lose patience anew. Who holds a place
/// loses none, and whose wait is about to begin does so with it.
void Region::attend_again(Youth& youth) {
  end_spell(youth);
  take_part(youth, Attendance::attending, 1);
  lists_.reorder(youth, ListOrder::longest_absent);
  const bool waits = youth.stage == Stage::listed && youth.timers.stays_home == Calendar::none;
  if (waits && !youth.holds_place()) timers_.plan_staying_home(youth, now());
}

/// Outside an arrangement absence may end in school, or lead elsewhere: hazards, drawn once per
/// spell, that hold until the youth attends or enters an arrangement.
void Region::begin_hazards(Youth& youth) {
  ++youth.schooling.hazard_spells;
  youth.schooling.hazards_at = time_.when().at;
  youth.schooling.hazards_before_changes = time_.when().before_changes;
  timers_.plan_end_of_absence(youth, now());
  if (scenario_.absence.opens) timers_.plan_case(youth);
}

/// What may come of this spell comes no more: the youth attends, enters an arrangement, or leaves.
void Region::end_spell(Youth& youth) {
  calendar_.cancel(youth.timers.absence_ends);
  calendar_.cancel(youth.timers.case_opens);
  if (youth.link.own_case != CaseLink::nobody) lapse_case(youth);
}

/// Back to school, or every request dropped for another node.
void Region::end_absence(Youth& youth) {
  const NodeId to = youth.schooling.absence_leads_to;
  if (to == no_node) return attend_again(youth);

  drop_requests(youth, to);
  // Still absent: what else was drawn for this spell may come yet.
  timers_.plan_end_of_absence(youth, Instant{now().ticks + 1});
  turn_to(youth, to);
}

/// Under way, on a list or in work no more, wherever else the youth goes.
void Region::drop_requests(Youth& youth, NodeId to, WaitEnd end, Outcome outcome) {
  switch (youth.stage) {
    case Stage::handover:
      calendar_.cancel(youth.timers.next);
      break;
    case Stage::listed:
      leave_list(youth, end);
      recorder_.end_visit(youth, outcome, to);
      break;
    case Stage::in_work:
      leave_desk(youth);
      recorder_.end_visit(youth, outcome, to);
      break;
    case Stage::inside:
    case Stage::away:
      DOORSTROOM_EXPECT(!"who is inside an arrangement, or away, requests nothing");
  }
}

}  // namespace doorstroom
