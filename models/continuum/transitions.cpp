// The way on: from leaving one node to asking at the next, or out of the continuum.

#include "models/continuum/region.hpp"

namespace doorstroom {

/// Draws where the youth goes from `from`, and how long the handover takes.
void Region::draw_route(Youth& youth, NodeId from, std::uint32_t ordinal) {
  Referral& referral = youth.referral;
  const bool again = referral.sender == from && referral.sender_ordinal == ordinal;
  const std::uint32_t times = again ? referral.route_draws : 0;
  const Route& route = router_.draw(youth, from, ordinal, times);
  referral.sender = from;
  referral.sender_ordinal = ordinal;
  referral.route_draws = times + 1;
  referral.route = &route;
  referral.delay =
      Days{sampler_.draw(route.delay, youth.person, from, Decision::delay, ordinal, times)};
  referral.bounce_exempt = referral.bounced_back = false;
}

/// Sets out on the way that was drawn: asks after the handover, or leaves the continuum at once.
void Region::set_out(Youth& youth) {
  youth.stage = Stage::handover;
  youth.visit.node = youth.referral.route->to;
  const Instant at = now() + youth.referral.delay;
  if (at > now() ||
      (time_.phase() != Phase::requests && node(youth.visit.node).kind != NodeKind::exit))
    youth.timers.next = timers_.schedule(youth, at, Phase::requests, EventKind::asks);
  else
    ask(youth);
}

/// The node that is left without its routes being asked is who sends the youth from now on.
void Region::become_sender(Youth& youth) {
  // The routes of a case that a bounce sent back were drawn in this visit before.
  const bool again = youth.referral.sender == youth.visit.node &&
                     youth.referral.sender_ordinal == youth.visit.ordinal;
  if (!again) youth.referral.route_draws = 0;
  if (!again && youth.stage == Stage::listed) youth.work.hours = 0;  // nobody worked on it here
  youth.referral.sender = youth.visit.node;
  youth.referral.sender_ordinal = youth.visit.ordinal;
  youth.referral.sender_wait_draws = youth.wait.draws;
}

/// Turns to another node than the routes say: after giving up, or after long absence.
void Region::turn_to(Youth& youth, NodeId to) {
  if (youth.stage != Stage::handover) become_sender(youth);
  youth.referral.route = nullptr;
  youth.referral.bounce_exempt = youth.referral.bounced_back = false;
  youth.stage = Stage::handover;
  youth.visit.node = to;
  youth.referral.delay = Days{0};  // asks there at this instant
  if (youth.holds_place() && !must_hold(youth, to)) give_place_up(youth);
  if (node(to).kind == NodeKind::exit) return exit(youth);
  youth.timers.next = timers_.schedule(youth, now(), Phase::requests, EventKind::asks);
}

/// The youth is at the door of `youth.visit.node`.
void Region::ask(Youth& youth) {
  if (node(youth.visit.node).kind == NodeKind::exit) return exit(youth);
  move_guard_.count(youth, now());
  youth.wait.choice = no_node;
  if (node(youth.visit.node).kind == NodeKind::choice) choose_node(youth);
  if (bounces(youth)) return bounce(youth);
  enlist(youth);
}

bool Region::bounces(const Youth& youth) const {
  if (!youth.referral.route || youth.referral.bounce_exempt ||
      node(youth.referral.sender).kind != NodeKind::desk)
    return false;
  const double chance = sampler_.value(youth.referral.route->bounce);
  return chance > 0 && draws_.at(youth.person, youth.visit.node, Decision::bounce,
                                 youth.visits.of(youth.visit.node)) < chance;
}

/// The target's intake sends the case back: to the end of the sender's list, for part of the work.
void Region::bounce(Youth& youth) {
  youth.visit.unit = nodes_.unit_for(youth, youth.visit.node).number;
  youth.visit.asked = now();
  youth.visit.entered = never;
  youth.visit.absent_days_on_asking = youth.schooling.absent_days(now());
  recorder_.end_visit(youth, Outcome::bounced, youth.referral.sender);
  recorder_.tally(youth.person, [](YearRecord& of) { ++of.bounces; });

  youth.referral.bounce_exempt = youth.referral.bounced_back = true;
  youth.work.rework_hours = youth.work.hours * sampler_.value(youth.referral.route->rework);
  youth.wait.choice = no_node;
  youth.visit.node = youth.referral.sender;
  youth.visit.ordinal = youth.referral.sender_ordinal;
  youth.wait.draws = youth.referral.sender_wait_draws;
  enlist(youth);
}

/// @param for_good  does not come back, whatever the exit says
void Region::exit(Youth& youth, bool for_good) {
  const Node& door = node(youth.visit.node);
  const bool in_full = door.education == Education::share && door.education_share >= 1;
  const bool educated = door.education == Education::share
                            ? door.education_share > 0
                            : door.education == Education::unchanged &&
                                  youth.schooling.attendance == Attendance::attending &&
                                  youth.schooling.education > 0;
  recorder_.tally(youth.person, [educated](YearRecord& of) {
    ++of.exits;
    if (educated) ++of.exits_with_education;
  });
  if (in_full && youth.person.care_ended != never) tell_return_from_care(youth);

  notify_clocks(youth, ClockEvent::enters, youth.visit.node);
  notify_clocks(youth, ClockEvent::leaves);
  end_spell(youth);
  calendar_.cancel(youth.timers.ages_out);
  attendance_.stop_following(youth, now(), SignalEnd::left);
  attendance_.close(youth, now());
  if (youth.link.own_case != CaseLink::nobody) leave_case_behind(youth);
  recorder_.add_exit(youth.person, youth.visit.node);
  const Instant back = for_good ? never : moment_of_return(youth);
  if (back < never) return stay_away(youth, back);
  ++recorder_.records().exited;
  youths_.remove(youth);
}

}  // namespace doorstroom
