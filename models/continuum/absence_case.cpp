// The case that absence opens: a record of its own at the desk, while the youth goes on.

#include "models/continuum/region.hpp"

namespace doorstroom {

/// The absence has lasted long enough for a case. Opens one, unless a case is open already, or the
/// youth's own way is at that desk or leads there next.
void Region::open_case(Youth& youth) {
  const Absence::Case& rules = *scenario_.absence.opens;
  const double share = sampler_.value(rules.share);
  const std::uint32_t spell = youth.schooling.hazard_spells - 1;
  if (youth.has_open_case() || youth.visit.node == rules.desk || share <= 0) return;
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
/// @param returns  the youth will be back, and finds the case open if it is not decided by then
void Region::detach_case(Youth& youth, bool returns) {
  Youth& record = open_case_of(youth);
  copy_state_of_youth(record);
  record.schooling.attendance = Attendance::attending;  // absence is counted no further
  if (!returns) record.link.other = youth.link.other = CaseLink::no_slot;
}

/// The youth asks at the desk, where absence opened a case before: that case lapses, and the desk
/// goes on with the request. On the list the request gets the place of the case. Work that has
/// begun becomes work on the request.
/// @return whether work on the request has begun
bool Region::take_over_case(Youth& youth) {
  Youth& record = open_case_of(youth);
  if (record.visit.node != youth.visit.node) return false;
  copy_state_of_youth(record);
  const bool in_work = record.stage == Stage::in_work;
  if (in_work) take_over_work(youth, record);
  if (record.stage == Stage::listed) youth.wait.in_line_since = record.wait.in_line_since;
  if (!in_work) drop_requests(record, no_node, WaitEnd::other, Outcome::lapsed);
  remove_case(record);
  return in_work;
}

/// The worker goes on, and the desk decides when it would have decided on the case.
void Region::take_over_work(Youth& youth, Youth& record) {
  NodeState& here = nodes_[youth.visit.node];
  recorder_.end_wait(youth, WaitEnd::entered);
  if (!youth.referral.bounced_back) {
    notify_clocks(youth, ClockEvent::enters, here.id);
    youth.work.hours = record.work.hours;
  }
  youth.stage = Stage::in_work;
  youth.visit.entered = now();
  youth.work.worker_busy = record.work.worker_busy;
  youth.work.rate = record.work.rate;
  youth.work.done = record.work.done;
  youth.work.decided = record.work.decided;
  nodes_.own_team(youth).count_entry(time_.segment());
  ++here.record.left;
  recorder_.end_visit(record, Outcome::lapsed, no_node);
  calendar_.cancel(record.timers.work_ends);
  calendar_.cancel(record.timers.next);
  schedule_decision(youth);
}

/// The desk decides on the case. The youth may go back to school, if he or she is absent outside
/// arrangements in the spell in which the case was opened.
void Region::decide_case(Youth& record) {
  const Absence::Case& rules = *scenario_.absence.opens;
  Youth* const youth = youth_of_case(record);
  const std::uint32_t spell = record.link.spell;
  leave_desk(record);
  copy_state_of_youth(record);
  const bool same_spell = youth && youth->schooling.hazard_spells == spell + 1 &&
                          youth->schooling.attendance == Attendance::absent &&
                          youth->stage != Stage::inside && !youth->holds_place();
  const double chance = sampler_.value(rules.back_to_school);
  record.visit.back_at_school =
      same_spell && chance > 0 &&
      draws_.at(youth->person, rules.desk, Decision::case_in_school, spell) < chance;
  const bool attends = record.visit.back_at_school;
  recorder_.end_visit(record, Outcome::completed, no_node);
  remove_case(record);
  if (attends) attend_again(*youth);
}

void Region::remove_case(Youth& record) {
  if (!record.youth_has_left()) youths_[record.link.other].link.other = CaseLink::no_slot;
  youths_.remove(record);
}

/// Brings the attendance and the severity in the record of a case up to date with the youth's.
void Region::copy_state_of_youth(Youth& record) {
  const Youth* const youth = youth_of_case(record);
  if (!youth) return;
  record.schooling = youth->schooling;
  record.person.severity = youth->person.severity;
}

/// The youth for whom absence opened the case; null while that youth is out of the continuum.
Youth* Region::youth_of_case(const Youth& record) {
  if (record.youth_has_left()) return nullptr;
  Youth& youth = youths_[record.link.other];
  return youth.stage == Stage::away ? nullptr : &youth;
}

}  // namespace doorstroom
