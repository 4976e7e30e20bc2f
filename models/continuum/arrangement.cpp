// An arrangement: places for youths who stay.

#include <algorithm>

#include "engine/error.hpp"
#include "models/continuum/region.hpp"

namespace doorstroom {

void Region::enter(Youth& youth, SiteState& unit) {
  const NodeState& here = *unit.node_state;
  if (here.id != youth.visit.node) bring_to_front(youth, unit);
  leave_list(youth, WaitEnd::entered);
  notify_clocks(youth, ClockEvent::enters, here.id);
  if (youth.holds_place()) leave_held_place(youth);
  youth.visit.entered = now();
  unit.count_entry(time_.segment());
  if (unit.dated) unit.set_starts_left(now(), left_after_one(unit.starts_left));

  if (!youth.person.placed && !here.unlimited && !youth.person.of_today) {
    youth.person.placed = true;
    attendance_.stop_following(youth, now(), SignalEnd::placed);
    const double waited_days = (now() - youth.person.arrived).count;
    recorder_.records().tally(youth.person.groups, youth.person.year,
                              [&](YearRecord& of) { of.placement_days.push_back(waited_days); });
  }
  const bool in_full = here.node->education == Education::share && here.node->education_share >= 1;
  if (here.node->leads == Leads::care) {
    youth.person.care_ended = never;
    if (here.node->education == Education::none)
      recorder_.tally(youth.person, [](YearRecord& of) { ++of.full_youth_care; });
  }
  if (youth.person.care_ended != never && in_full) {
    tell_return_from_care(youth);
    youth.person.care_ended = never;
  }
  youth.visit.extra_place = false;
  const double stay = sampler_.draw(here.arrangement->stay, youth.person, youth.visit.node,
                                    Decision::stay, youth.visit.ordinal);
  take_place(youth, unit, Days{stay * sampler_.severity_scale(youth.person, &SeverityScale::stay)});
}

/// Education in full begins after a stay that care led.
void Region::tell_return_from_care(const Youth& youth) {
  const double days = (now() - youth.person.care_ended).count;
  recorder_.tally(youth.person,
                  [days](YearRecord& of) { of.care_to_education_days.push_back(days); });
}

/// Is inside from now on, for that long.
void Region::take_place(Youth& youth, SiteState& here, Days stay) {
  youth.stage = Stage::inside;
  youth.referral.route = nullptr;
  youth.referral.bounce_exempt = youth.referral.bounced_back = false;
  ++here.node_state->inside;
  here.take(now());
  end_spell(youth);
  take_up_education(youth, *here.node_state->node);
  const Arrangement& rules = *here.node_state->arrangement;
  const Instant ends = bounded_by_age(youth, rules, now() + stay);
  youth.timers.next = timers_.schedule(youth, ends, Phase::endings, EventKind::stay_ends);
  if (rules.leaves_at) timers_.plan_leaving_by_age(youth, rules.leaves_at);
}

void Region::take_up_education(Youth& youth, const Node& here) {
  switch (here.education) {
    case Education::share:
      return take_part(youth, Attendance::attending, here.education_share);
    case Education::none:
      return take_part(youth, Attendance::absent, 0);
    case Education::exempt:
      return take_part(youth, Attendance::exempt, 0);
    case Education::unchanged:
      return;
  }
}

void Region::end_stay(Youth& youth) {
  const NodeState& here = nodes_[youth.visit.node];
  if (here.node->leads == Leads::care) youth.person.care_ended = now();
  draw_route(youth, youth.visit.node, youth.visit.ordinal);
  if (here.arrangement->holds_place && must_hold(youth, youth.referral.route->to)) {
    hold_place(youth);
  } else {
    vacate(nodes_.unit_of(youth), youth.visit);
    recorder_.end_visit(youth, Outcome::completed, youth.referral.route->to);
    if (here.arrangement->leaves_at) timers_.plan_leaving_by_age(youth, scenario_.leaves_at);
    if (youth.schooling.attendance == Attendance::absent) begin_hazards(youth);
  }
  set_out(youth);
}

void Region::vacate(SiteState& here, const OpenVisit& visit) {
  DOORSTROOM_EXPECT(here.node_state->inside > 0);
  --here.node_state->inside;
  ++here.node_state->record.left;
  here.release(now());
  if (visit.extra_place) {
    --here.extra;
    here.set_capacity(now(), here.places.capacity() - 1);
  }
  offers_.update(here);
}

}  // namespace doorstroom
