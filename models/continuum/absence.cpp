// School attendance: a youth becomes absent, attends again, or goes elsewhere after long absence.

#include "models/continuum/region.hpp"

namespace doorstroom {

/// The youth takes part in school in that manner from now on.
void Region::set_attendance(Youth& youth, Attendance attendance, double education) {
  const bool changes = youth.schooling.attendance != attendance;
  attendance_.note(youth, now(), attendance, education);
  if (!changes) return;
  copy_state_to_tracks(youth, ListOrder::longest_absent);
  switch (attendance) {
    case Attendance::attending:
      return notify_clocks(youth, ClockEvent::attends);
    case Attendance::absent:
      return notify_clocks(youth, ClockEvent::absent);
    case Attendance::exempt:
      return notify_clocks(youth, ClockEvent::exempt);
  }
}

/// The youth takes part in school as the arrangement or the exit says.
void Region::apply_education(Youth& youth, const Node& here) {
  if (const auto there = school_at(here))
    set_attendance(youth, there->attendance, there->education);
}

/// The youth stays home from now on, and keeps every request.
void Region::become_absent(Youth& youth) {
  calendar_.cancel(youth.timers.stays_home);
  set_attendance(youth, Attendance::absent, 0);
  lists_.reorder(youth, ListOrder::longest_absent);
  begin_hazards(youth);
}

/// The youth attends school again, keeps every request, and may lose patience anew. A youth who
/// holds a place loses none. If the wait is about to begin, patience begins with it.
void Region::attend_again(Youth& youth) {
  end_absence_spell(youth);
  set_attendance(youth, Attendance::attending, 1);
  lists_.reorder(youth, ListOrder::longest_absent);
  const bool waits = youth.stage == Stage::listed && youth.timers.stays_home == Calendar::none;
  if (waits && !youth.holds_place()) timers_.plan_staying_home(youth, now());
}

/// A spell of absence outside arrangements begins. It may end in school, lead elsewhere, or open a
/// case: hazards that are drawn once, and hold until the youth attends or enters an arrangement.
void Region::begin_hazards(Youth& youth) {
  ++youth.schooling.hazard_spells;
  youth.schooling.hazards_at = time_.when().at;
  youth.schooling.hazards_before_changes = time_.when().before_changes;
  timers_.plan_end_of_absence(youth, now());
  if (scenario_.absence.opens) timers_.plan_case(youth);
}

/// The youth attends, enters an arrangement, or leaves: the hazards of this spell hold no more.
void Region::end_absence_spell(Youth& youth) {
  calendar_.cancel(youth.timers.absence_ends);
  calendar_.cancel(youth.timers.case_opens.event);
  lapse_case(youth);
}

/// A hazard is due: the youth goes back to school, or drops every request for another node. There
/// he or she is still absent, and the other hazards of this spell hold on.
void Region::end_absence(Youth& youth) {
  const NodeId to = youth.schooling.absence_leads_to;
  if (to == no_node) return attend_again(youth);

  drop_requests(youth, to);
  timers_.plan_end_of_absence(youth, Instant{now().ticks + 1});
  redirect(youth, to);
}

}  // namespace doorstroom
