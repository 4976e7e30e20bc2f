// Taking part in school, or not.

#include "engine/error.hpp"
#include "models/continuum/region.hpp"

namespace doorstroom {

/// Stays home from now on, while keeping every request.
void Region::become_absent(Youth& youth) {
  calendar_.cancel(youth.timers.stays_home);
  take_part(youth, Attendance::absent, 0);
  stand_anew(youth, ListOrder::longest_absent);
  begin_hazards(youth);
}

/// Goes to school again, while keeping every request; may lose patience anew. Who holds a place
/// loses none, and whose wait is about to begin does so with it.
void Region::attend_again(Youth& youth) {
  end_spell(youth);
  take_part(youth, Attendance::attending, 1);
  stand_anew(youth, ListOrder::longest_absent);
  const bool waits = youth.stage == Stage::listed && youth.timers.stays_home == Calendar::none;
  if (waits && !youth.holds_place()) plan_staying_home(youth, now());
}

/// Outside an arrangement absence may end in school, or lead elsewhere: hazards, drawn once per
/// spell, that hold until the youth attends or enters an arrangement.
void Region::begin_hazards(Youth& youth) {
  ++youth.schooling.hazard_spells;
  youth.schooling.hazards_at = time_.when().at;
  youth.schooling.hazards_before_changes = time_.when().before_changes;
  await_hazard(youth, now());
  if (scenario_.absence.opens) await_case(youth);
}

/// What may come of this spell comes no more: the youth attends, enters an arrangement, or leaves.
void Region::end_spell(Youth& youth) {
  calendar_.cancel(youth.timers.absence_ends);
  calendar_.cancel(youth.timers.case_opens);
  if (youth.link.own_case != CaseLink::nobody) lapse_case(youth);
}

/// Waits for the first hazard of this spell that is not before `from`.
void Region::await_hazard(Youth& youth, Instant from) {
  const std::uint32_t spell = youth.schooling.hazard_spells - 1;
  const EvaluationTime since{youth.schooling.hazards_at, youth.schooling.hazards_before_changes};
  const auto time_of = [&](double u, double rate) {
    return since.at + Days{exponential_quantile(u) / rate};
  };

  Instant first = never;
  youth.schooling.absence_leads_to = no_node;
  const Absence& absence = scenario_.absence;
  if (const double rate = absence.back_to_school.at(scenario_.period, since); rate > 0) {
    const Instant at =
        time_of(draws_.in_absence(youth.person, Decision::back_to_school, spell), rate);
    if (at >= from) first = at;
  }
  for (const Absence::Leave& leave : absence.leaves) {
    const double rate = leave.rate.at(scenario_.period, since);
    if (rate <= 0) continue;
    const Instant at =
        time_of(draws_.at(youth.person, leave.to, Decision::absence_leaves, spell), rate);
    if (at < from || at >= first) continue;
    first = at;
    youth.schooling.absence_leads_to = leave.to;
  }
  calendar_.cancel(youth.timers.absence_ends);
  if (first < never)
    youth.timers.absence_ends = schedule(youth, first, Phase::departures, EventKind::absence_ends);
}

/// Back to school, or every request dropped for another node.
void Region::end_absence(Youth& youth) {
  const NodeId to = youth.schooling.absence_leads_to;
  if (to == no_node) return attend_again(youth);

  drop_requests(youth, to);
  // Still absent: what else was drawn for this spell may come yet.
  await_hazard(youth, Instant{now().ticks + 1});
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
