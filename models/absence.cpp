// Taking part in school, or not.

#include <cmath>

#include "engine/error.hpp"
#include "models/region.hpp"

namespace doorstroom {

/// Stays home from now on, while keeping every request.
void Region::become_absent(YouthId id) {
  Youth& youth = youths_[id];
  calendar_.cancel(youth.at_home);
  attendance_.note(youth, now_, Attendance::absent, 0);
  stand_anew(id);
  begin_hazards(id);
}

/// Goes to school again, while keeping every request; may lose patience anew.
void Region::attend_again(YouthId id) {
  Youth& youth = youths_[id];
  attendance_.note(youth, now_, Attendance::attending, 1);
  stand_anew(id);
  if (youth.stage == Stage::listed) plan_staying_home(id, now_);
}

/// Outside an arrangement absence ends in school or elsewhere, whichever comes first: hazards,
/// drawn once per spell.
void Region::begin_hazards(YouthId id) {
  Youth& youth = youths_[id];
  const Absence& absence = scenario_.absence;
  const std::uint32_t spell = youth.hazard_spells++;
  const auto time_to_event = [](double u, double rate) { return Days{-std::log1p(-u) / rate}; };

  Days first{INFINITY};
  youth.absence_leads_to = no_node;
  if (const double rate = value(absence.back_to_school); rate > 0)
    first = time_to_event(draws_.in_absence(youth, Decision::back_to_school, spell), rate);
  for (const Absence::Leave& leave : absence.leaves) {
    const double rate = value(leave.rate);
    if (rate <= 0) continue;
    const Days after =
        time_to_event(draws_.at(youth, leave.to, Decision::absence_leaves, spell), rate);
    if (after >= first) continue;
    first = after;
    youth.absence_leads_to = leave.to;
  }
  calendar_.cancel(youth.absence);
  if (std::isfinite(first.count))
    youth.absence = schedule(youth, id, now_ + first, Phase::departures, Happening::absence_ends);
}

/// Back to school, or every request dropped for another node.
void Region::end_absence(YouthId id) {
  Youth& youth = youths_[id];
  const NodeId to = youth.absence_leads_to;
  if (to == no_node) return attend_again(id);

  switch (youth.stage) {
    case Stage::handover:
      calendar_.cancel(youth.next);
      break;
    case Stage::listed:
      leave_list(id, WaitEnd::left_list);
      close_visit(youth, Outcome::left_list, to);
      break;
    case Stage::in_work:
      leave_desk(id);
      close_visit(youth, Outcome::left_list, to);
      break;
    case Stage::inside:
      DOORSTROOM_EXPECT(!"absence has no end of its own inside an arrangement");
  }
  turn_to(id, to);
}

}  // namespace doorstroom
