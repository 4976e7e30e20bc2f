// The case that absence opens: beside the youth's own way, as a record of its own at the desk.

#include "models/continuum/region.hpp"

namespace doorstroom {

/// The absence has lasted long enough for a case, unless one is in hand already.
void Region::open_case(Youth& youth) {
  const Absence::Case& rules = *scenario_.absence.opens;
  const double share = sampler_.value(rules.share);
  const std::uint32_t spell = youth.schooling.hazard_spells - 1;
  if (youth.link.own_case != CaseLink::nobody || share <= 0) return;
  if (draws_.at(youth.person, rules.desk, Decision::absence_case, spell) >= share) return;

  Youth& its = youths_.add();
  its.person = youth.person;
  its.link.is_case = true;
  its.link.case_of = youth.slot;
  its.link.spell = spell;
  its.visits = youth.visits;
  youth.visits.count(rules.desk);
  youth.link.own_case = its.slot;
  catch_up(its);
  its.visit.node = rules.desk;
  its.timers.next = timers_.schedule(its, now(), Phase::requests, EventKind::asks);
}

/// What it is about, is over before anybody worked on it. Work that has begun is finished.
void Region::lapse_case(Youth& youth) {
  Youth& its = youths_[youth.link.own_case];
  if (its.stage == Stage::in_work) return;
  catch_up(its);
  drop_requests(its, no_node, WaitEnd::other, Outcome::lapsed);
  end_case(its);
}

/// The youth leaves; work on the case goes on.
void Region::leave_case_behind(Youth& youth) {
  Youth& its = youths_[youth.link.own_case];
  catch_up(its);
  its.schooling.attendance = Attendance::attending;  // counted no further
  its.link.case_of = youth.link.own_case = CaseLink::nobody;
}

/// The decision: back to school, perhaps, if the youth is absent as when the case was opened.
void Region::conclude_case(Youth& its) {
  const Absence::Case& rules = *scenario_.absence.opens;
  Youth* youth = its.link.case_of == CaseLink::nobody ? nullptr : &youths_[its.link.case_of];
  const std::uint32_t spell = its.link.spell;
  leave_desk(its);
  catch_up(its);
  recorder_.end_visit(its, Outcome::completed, no_node);
  end_case(its);

  const bool same_spell = youth && youth->schooling.hazard_spells == spell + 1 &&
                          youth->schooling.attendance == Attendance::absent &&
                          youth->stage != Stage::inside && !youth->holds_place();
  if (!same_spell) return;
  const double chance = sampler_.value(rules.back_to_school);
  if (chance > 0 && draws_.at(youth->person, rules.desk, Decision::case_in_school, spell) < chance)
    attend_again(*youth);
}

void Region::end_case(Youth& its) {
  if (its.link.case_of != CaseLink::nobody)
    youths_[its.link.case_of].link.own_case = CaseLink::nobody;
  youths_.remove(its);
}

/// The record of a case learns how the youth fares.
void Region::catch_up(Youth& its) {
  if (its.link.case_of == CaseLink::nobody) return;
  const Youth& youth = youths_[its.link.case_of];
  its.schooling = youth.schooling;
  its.person.severity = youth.person.severity;
}

}  // namespace doorstroom
