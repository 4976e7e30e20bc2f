// Waiting: asking, standing on the list, being offered what is free, giving up.

#include "models/continuum/region.hpp"

namespace doorstroom {

void Region::enlist(Youth& youth) {
  SiteState& here = nodes_.unit_for(youth, youth.visit.node);
  ask_at(youth, here);
  const bool at_once = here.list.empty() && here.can_enter() && youth.wait.choice == no_node &&
                       skip_to(Phase::offers);
  if (at_once) return offer_to(youth, here);
  if (here.list_is_full()) return turn_away(youth, here);
  go_on_list(youth, here);
}

/// The request begins; of a case that a bounce sent back, it goes on in the same visit.
void Region::ask_at(Youth& youth, const SiteState& here) {
  if (!youth.referral.bounced_back) {
    youth.visit.ordinal = youth.visits.count(youth.visit.node);
    youth.wait.draws = {};
  }
  youth.visit.unit = here.number;
  youth.wait.rules_of = youth.visit.node;
  youth.wait.rules_ordinal = youth.visit.ordinal;
  youth.stage = Stage::listed;
  youth.visit.asked = now();
  youth.wait.asked_year = static_cast<std::int16_t>(time_.year());
  youth.visit.entered = never;
  youth.visit.absent_days_on_asking = youth.schooling.absent_days(now());
  youth.wait.free_without_start_on_asking = here.free_without_start.elapsed(now());
  if (!youth.referral.bounced_back) notify_clocks(youth, ClockEvent::asks, youth.visit.node);
  timers_.renew_ties(youth);
}

void Region::go_on_list(Youth& youth, SiteState& here) {
  youth.wait.in_line = lists_.join(youth, here, youth.wait.at_head);
  if (youth.wait.choice != no_node) register_elsewhere(youth);
  if (youth.holds_place()) cycles_.watch(youth);
  if (nodes_[youth.visit.node].waiting_is_safe || youth.link.is_case) return;
  if (skip_to(Phase::departures)) return begin_waiting(youth);
  youth.timers.stays_home =
      timers_.schedule(youth, now(), Phase::departures, EventKind::waiting_begins);
}

/// The list is full: to where the arrangement sends those whom it turns away.
void Region::turn_away(Youth& youth, SiteState& here) {
  const NodeId to = here.node_state->arrangement->when_full;
  recorder_.end_wait(youth, WaitEnd::other);
  recorder_.end_visit(youth, Outcome::refused, to);
  turn_to(youth, to);
}

/// Makes the first offer of the queue. @pre there is one
void Region::make_offer() {
  SiteState& first = offers_.take_first();
  Youth& youth = youths_[first.list.front()];
  SiteState& here = youth.other_lists.empty() ? first : first_declared(youth, first);
  offer_to(youth, here);
  offers_.update(first);
  if (&here != &first) offers_.update(here);
}

void Region::offer_to(Youth& youth, SiteState& here) {
  if (here.node_state->desk) return begin_work(youth, here);
  if (!router_.admits(youth, here.node_state->id)) return refuse(youth, here);
  enter(youth, here);
}

/// Too old by now, say: routed anew by who sent the youth, or as if the stay here were over. A
/// request that stands on other lists too goes on there.
void Region::refuse(Youth& youth, SiteState& here) {
  if (!youth.other_lists.empty()) return refuse_one(youth, here);
  leave_list(youth, WaitEnd::other);
  const bool sent = youth.referral.sender != no_node;
  draw_route(youth, sent ? youth.referral.sender : here.node_state->id,
             sent ? youth.referral.sender_ordinal : youth.visit.ordinal);
  recorder_.end_visit(youth, Outcome::refused, youth.referral.route->to);
  if (youth.holds_place() && !must_hold(youth, youth.referral.route->to)) give_place_up(youth);
  set_out(youth);
}

/// Takes the youth off the list, and off all others on which the request stands, if listed, and
/// notes how the wait ended.
void Region::leave_list(Youth& youth, WaitEnd end) {
  recorder_.end_wait(youth, end);
  if (!youth.other_lists.empty()) leave_other_lists(youth, end);
  if (youth.wait.in_line == WaitList::none) return;
  lists_.leave(nodes_.unit_of(youth), youth.visit.node, youth.wait.in_line);
  youth.wait.at_head = false;
  timers_.cancel_wait(youth);
}

/// The first moment of a wait that did not end at once: some stay home, some lose patience later.
/// Of today's waiting, what they waited so far is given: patience is drawn beyond it. Who holds a
/// place loses no patience, but may worsen.
void Region::begin_waiting(Youth& youth) {
  timers_.plan_worsening(youth);
  if (youth.holds_place()) return;
  const Waiting& rules = node(youth.wait.rules_of).waiting;
  const bool waited_before = youth.visit.asked < now();
  if (youth.schooling.attendance == Attendance::attending && !waited_before) {
    const double u = draws_.at(youth.person, youth.wait.rules_of, Decision::at_home,
                               youth.wait.rules_ordinal, youth.wait.draws.at_home++);
    if (u < sampler_.value(rules.at_home)) become_absent(youth);
  }
  if (youth.schooling.attendance == Attendance::attending)
    timers_.plan_staying_home(youth, youth.visit.asked);
  timers_.plan_giving_up(youth);
}

/// One step up in severity; what was drawn before stays as it is.
void Region::worsen(Youth& youth) {
  ++youth.person.severity;
  lists_.reorder(youth, ListOrder::severity);
  if (youth.link.own_case != CaseLink::nobody) {
    Youth& its = youths_[youth.link.own_case];
    its.person.severity = youth.person.severity;
    lists_.reorder(its, ListOrder::severity);
  }
  timers_.plan_worsening(youth);
}

void Region::give_up(Youth& youth) {
  const NodeId to = node(youth.wait.rules_of).waiting.leaves_to;
  leave_list(youth, WaitEnd::left_list);
  recorder_.end_visit(youth, Outcome::left_list, to);
  turn_to(youth, to);
}

}  // namespace doorstroom
