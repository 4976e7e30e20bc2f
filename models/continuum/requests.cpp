// Requests: a youth asks for help at a node, waits on its list, and may give up or worsen there.

#include "engine/error.hpp"
#include "models/continuum/region.hpp"

namespace doorstroom {

/// The youth asks at the present node, and is offered what is free, is turned away, or waits. A
/// full list turns away neither a case that a bounce sent back nor one that goes on beside the way.
void Region::request(Youth& youth) {
  SiteState& unit = nodes_.unit_for(youth, youth.visit.node);
  begin_request(youth, unit);
  if (!youth.tracks.empty() && take_over_track(youth)) return;
  const bool at_once = unit.list.empty() && unit.can_enter() && youth.wait.choice == no_node &&
                       skip_to(Phase::offers);
  if (at_once) return offer(youth, unit);
  const bool is_new = !youth.referral.bounced_back && !youth.is_track();
  if (is_new && turns_away(youth, youth.visit.node, unit)) return turn_away(youth, unit);
  join_list(youth, unit);
}

/// Begins a visit. A case that a bounce sent back goes on in the visit to the sender.
void Region::begin_request(Youth& youth, const SiteState& unit) {
  if (!youth.referral.bounced_back && !youth.is_track()) {
    youth.visit.ordinal = youth.visits.count(youth.visit.node);
    youth.wait.draws = {};
  }
  youth.visit.unit = unit.number;
  youth.wait.rules_of = youth.visit.node;
  youth.wait.rules_ordinal = youth.visit.ordinal;
  youth.stage = Stage::listed;
  youth.visit.asked = youth.wait.in_line_since = now();
  youth.wait.asked_year = static_cast<std::int16_t>(time_.year());
  youth.visit.entered = never;
  youth.visit.absent_days_on_asking = youth.schooling.absent_days(now());
  youth.wait.free_without_start_on_asking = unit.free_without_start.elapsed(now());
  if (!youth.referral.bounced_back) notify_clocks(youth, ClockEvent::asks, youth.visit.node);
}

/// The youth joins the list. Where something may happen to those who wait, the wait begins once
/// nothing can be offered at this instant any more.
void Region::join_list(Youth& youth, SiteState& unit) {
  youth.wait.in_line = lists_.join(youth, unit, youth.wait.at_head);
  if (youth.wait.choice != no_node) register_at_others(youth);
  plan_looking_elsewhere(youth);
  if (youth.holds_place()) cycles_.watch(youth);
  if (nodes_[youth.visit.node].waiting_is_safe || youth.is_absence_case()) return;
  if (skip_to(Phase::departures)) return begin_waiting(youth);
  youth.timers.stays_home =
      timers_.schedule(youth, now(), Phase::departures, EventKind::waiting_begins);
}

/// The list is full: the youth goes where the node sends those whom it turns away.
void Region::turn_away(Youth& youth, SiteState& unit) {
  const NodeId to = unit.node_state->node->when_full;
  recorder_.end_wait(youth, WaitEnd::other);
  recorder_.end_visit(youth, Outcome::refused, to);
  redirect(youth, to);
}

/// The wait ends: records how, and takes the request off every list on which it stands.
void Region::leave_lists(Youth& youth, WaitEnd end) {
  recorder_.end_wait(youth, end);
  if (youth.displaced && end != WaitEnd::entered) {
    end_displacement(youth, &StopRecord::left);
    end_tracks_asked_in(youth, youth.visit);
  }
  if (!youth.other_lists.empty()) leave_other_lists(youth, end);
  if (youth.wait.in_line == WaitList::none) return;
  lists_.leave(nodes_.unit_of(youth), youth.visit.node, youth.wait.in_line);
  leave_shared_list(youth, youth.visit.node, youth.wait.in_shared_line);
  youth.wait.at_head = false;
  timers_.cancel_wait(youth);
}

/// Ends the handover, the wait or the work of a youth who goes elsewhere.
/// @pre the youth is neither inside an arrangement nor away
void Region::drop_requests(Youth& youth, NodeId to, WaitEnd end, Outcome outcome) {
  switch (youth.stage) {
    case Stage::handover:
      calendar_.cancel(youth.timers.next);
      break;
    case Stage::listed:
      leave_lists(youth, end);
      recorder_.end_visit(youth, outcome, to);
      break;
    case Stage::in_work:
      leave_desk(youth, outcome);
      recorder_.end_visit(youth, outcome, to);
      end_tracks_asked_in(youth, youth.visit);
      break;
    case Stage::inside:
    case Stage::away:
      DOORSTROOM_EXPECT(false && "who is inside an arrangement, or away, requests nothing");
  }
}

/// A wait that did not end at once begins. Some youths stay home from the first moment, others once
/// their patience ends. A youth who was found there has waited before: patience is drawn given that
/// it lasted so long, and `at_home` is not drawn. A youth who holds a place keeps patience, but may
/// worsen. On a track only patience of `leaves_after` can end.
void Region::begin_waiting(Youth& youth) {
  if (youth.is_track()) return timers_.plan_giving_up(youth);
  timers_.plan_worsening(youth);
  if (youth.holds_place()) return;
  const Waiting& rules = node(youth.wait.rules_of).waiting;
  const bool waited_before = youth.visit.asked < now();
  if (youth.schooling.attendance == Attendance::attending && !waited_before) {
    const double share = sampler_.value(rules.at_home);
    const std::uint32_t times = youth.wait.draws.at_home++;
    if (share > 0 && draws_.at(youth.person, youth.wait.rules_of, Decision::at_home,
                               youth.wait.rules_ordinal, times) < share)
      become_absent(youth);
  }
  if (youth.schooling.attendance == Attendance::attending)
    timers_.plan_staying_home(youth, youth.visit.asked);
  timers_.plan_giving_up(youth);
}

/// The youth has lost patience and goes where `leaves_to` says.
void Region::give_up(Youth& youth) {
  if (youth.is_track()) return end_track(youth, WaitEnd::left_list, Outcome::left_list);
  const NodeId to = node(youth.wait.rules_of).waiting.leaves_to;
  leave_lists(youth, WaitEnd::left_list);
  recorder_.end_visit(youth, Outcome::left_list, to);
  redirect(youth, to);
}

/// The youth goes one step up in severity, as do the tracks beside the way. Times that were
/// drawn before stay as they are.
void Region::worsen(Youth& youth) {
  ++youth.person.severity;
  lists_.reorder(youth, ListOrder::severity);
  copy_state_to_tracks(youth, ListOrder::severity);
  timers_.plan_worsening(youth);
}

}  // namespace doorstroom
