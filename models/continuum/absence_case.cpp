// The case that absence opens: a record of its own at the desk, while the youth goes on.

#include "models/continuum/region.hpp"

namespace doorstroom {

/// The absence has lasted long enough for a case. Opens one, unless a case is open already.
void Region::open_case(Youth& youth) {
  const Absence::Case& rules = *scenario_.absence.opens;
  const double share = sampler_.value(rules.share);
  const std::uint32_t spell = youth.schooling.hazard_spells - 1;
  if (youth.has_open_case() || share <= 0) return;
  if (draws_.at(youth.person, rules.desk, Decision::absence_case, spell) >= share) return;

  Youth& record = youths_.add();
  record.person = youth.person;
  record.link = {.is_absence_case = true, .other = youth.slot, .spell = spell};
  record.visits = youth.visits;
  youth.visits.count(rules.desk);
  youth.link.other = record.slot;
  copy_state_of_youth(record);
  record.visit.node = rules.desk;
  record.timers.next = timers_.schedule(record, now(), Phase::requests, EventKind::asks);
}

/// The absence is over. A case that no worker has taken up yet lapses; other work is finished.
void Region::lapse_case(Youth& youth) {
  Youth& record = open_case_of(youth);
  if (record.stage == Stage::in_work) return;
  copy_state_of_youth(record);
  drop_requests(record, no_node, WaitEnd::other, Outcome::lapsed);
  remove_case(record);
}

/// The youth leaves the continuum, and work on the case goes on without the youth.
void Region::detach_case(Youth& youth) {
  Youth& record = open_case_of(youth);
  copy_state_of_youth(record);
  record.schooling.attendance = Attendance::attending;  // absence is counted no further
  record.link.other = youth.link.other = CaseLink::no_slot;
}

/// The desk decides on the case. The youth may go back to school, if he or she is absent outside
/// arrangements in the spell in which the case was opened.
void Region::decide_case(Youth& record) {
  const Absence::Case& rules = *scenario_.absence.opens;
  Youth* const youth = youth_of_case(record);
  const std::uint32_t spell = record.link.spell;
  leave_desk(record);
  copy_state_of_youth(record);
  recorder_.end_visit(record, Outcome::completed, no_node);
  remove_case(record);

  const bool same_spell = youth && youth->schooling.hazard_spells == spell + 1 &&
                          youth->schooling.attendance == Attendance::absent &&
                          youth->stage != Stage::inside && !youth->holds_place();
  if (!same_spell) return;
  const double chance = sampler_.value(rules.back_to_school);
  if (chance > 0 && draws_.at(youth->person, rules.desk, Decision::case_in_school, spell) < chance)
    attend_again(*youth);
}

void Region::remove_case(Youth& record) {
  if (Youth* const youth = youth_of_case(record)) youth->link.other = CaseLink::no_slot;
  youths_.remove(record);
}

/// Brings the attendance and the severity in the record of a case up to date with the youth's.
void Region::copy_state_of_youth(Youth& record) {
  const Youth* const youth = youth_of_case(record);
  if (!youth) return;
  record.schooling = youth->schooling;
  record.person.severity = youth->person.severity;
}

/// The youth for whom absence opened the case; null once that youth has left the continuum.
Youth* Region::youth_of_case(const Youth& record) {
  return record.youth_has_left() ? nullptr : &youths_[record.link.other];
}

}  // namespace doorstroom
