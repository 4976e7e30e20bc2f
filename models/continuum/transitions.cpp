// Transitions: from the end of a visit to the request at the next node.

#include "models/continuum/region.hpp"

namespace doorstroom {

/// Draws the route that the youth takes from a node, and how long the handover takes.
/// @param ordinal  earlier visits to that node
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

/// Begins the handover of the route that was drawn. Without a delay, the youth leaves by an exit at
/// once, in whatever phase. At another node, the youth asks at once in the phase of requests, or
/// where the region can skip to it; otherwise a request is scheduled for this instant.
void Region::start_handover(Youth& youth) {
  youth.stage = Stage::handover;
  youth.visit.node = youth.referral.route->to;
  const Instant at = now() + youth.referral.delay;
  const bool asks_now =
      at <= now() && (time_.phase() == Phase::requests ||
                      node(youth.visit.node).kind == NodeKind::exit || skip_to(Phase::requests));
  if (asks_now) return ask(youth);
  youth.timers.next = timers_.schedule(youth, at, Phase::requests, EventKind::asks);
}

/// The youth goes to another node than the routes say, without a handover: after giving up, after
/// long absence, at the end of a legal term, or from a full list.
void Region::redirect(Youth& youth, NodeId to) {
  if (youth.stage != Stage::handover) set_sender(youth);
  youth.referral.clear_route();
  youth.stage = Stage::handover;
  youth.visit.node = to;
  youth.referral.delay = Days{0};
  if (youth.holds_place() && !must_hold(youth, to)) release_held_place(youth);
  if (node(to).kind == NodeKind::exit) return exit(youth);
  youth.timers.next = timers_.schedule(youth, now(), Phase::requests, EventKind::asks);
}

/// The present node becomes the sender of the youth, though its routes were not drawn.
void Region::set_sender(Youth& youth) {
  // The routes of a case that a bounce sent back were drawn earlier in the same visit.
  const bool again = youth.referral.sender == youth.visit.node &&
                     youth.referral.sender_ordinal == youth.visit.ordinal;
  if (!again) youth.referral.route_draws = 0;
  if (!again && youth.stage == Stage::listed) youth.work.hours = 0;  // no work was done here
  youth.referral.sender = youth.visit.node;
  youth.referral.sender_ordinal = youth.visit.ordinal;
  youth.referral.sender_wait_draws = youth.wait.draws;
}

/// The handover is over: the youth leaves by an exit, is sent back by the target's intake, or
/// begins a request. From a choice, the youth asks at the node that it chooses.
void Region::ask(Youth& youth) {
  if (node(youth.visit.node).kind == NodeKind::exit) return exit(youth);
  move_guard_.count(youth, now());
  if (youth.is_track()) copy_state_of_youth(youth);
  // A choice may admit the youth to the same arrangement only now, after a handover.
  if (youth.holds_place() && leads_back(youth, youth.visit.node)) release_held_place(youth);
  youth.wait.choice = no_node;
  if (node(youth.visit.node).kind == NodeKind::choice) choose_node(youth);
  if (bounces(youth)) return bounce(youth);
  request(youth);
}

/// Whether the target's intake sends the case back. Only cases that a desk sent on can bounce.
bool Region::bounces(const Youth& youth) const {
  if (!youth.referral.route || youth.referral.bounce_exempt ||
      node(youth.referral.sender).kind != NodeKind::desk)
    return false;
  const double chance = sampler_.value(youth.referral.route->bounce);
  return chance > 0 && draws_.at(youth.person, youth.visit.node, Decision::bounce,
                                 youth.visits.of(youth.visit.node)) < chance;
}

/// The target's intake sends the case back to the end of the sender's list, where it takes a share
/// of the work again. The visit to the target takes no time.
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
  request(youth);
}

}  // namespace doorstroom
