// Arrangements: a youth enters a place, stays, and leaves it.

#include <algorithm>

#include "engine/error.hpp"
#include "models/continuum/region.hpp"

namespace doorstroom {
/// The youth enters a place: leaves every list, and the place held before.
void Region::enter(Youth& youth, SiteState& unit) {
  const NodeState& here = *unit.node_state;
  if (here.id != youth.visit.node) swap_with_first(youth, unit);
  leave_lists(youth, WaitEnd::entered);
  youth.visit.unit = unit.number;
  if (!youth.displaced) notify_clocks(youth, ClockEvent::enters, here.id);
  if (youth.holds_place()) end_held_stay(youth);
  youth.visit.entered = now();
  unit.count_entry(time_.segment());
  if (unit.dated) unit.use_start(now());

  if (!youth.person.placed && !here.unlimited && !youth.person.was_found)
    record_first_placement(youth);
  const bool in_full = here.node->education == Education::share && here.node->education_share >= 1;
  if (here.node->leads == Leads::care) {
    youth.person.care_ended = never;
    if (here.node->education == Education::none && !youth.displaced)
      recorder_.tally(youth.person, [](YearRecord& of) { ++of.full_youth_care; });
  }
  if (youth.person.care_ended != never && in_full) {
    record_end_of_care(youth);
    youth.person.care_ended = never;
  }
  youth.visit.extra_place = false;
  if (youth.displaced) return resume_stay(youth, unit);
  const double stay = sampler_.draw(youth.person.of(here.arrangement->stay), youth.person,
                                    youth.visit.node, Decision::stay, youth.visit.ordinal);
  const double scale = sampler_.severity_scale(youth.person, &SeverityScale::stay) *
                       sampler_.help_scale(youth, &Helps::stay);
  const Route* const by = youth.referral.route;  // which the youth, once inside, follows no more
  occupy(youth, unit, Days{stay * scale});
  ask_also_on_entry(youth, by);
}

/// The youth is inside from now on, for that long.
void Region::occupy(Youth& youth, SiteState& unit, Days stay) {
  youth.stage = Stage::inside;
  youth.referral.clear_route();
  ++unit.node_state->inside;
  unit.take(now());
  end_absence_spell(youth);
  apply_education(youth, *unit.node_state->node);
  const Arrangement& rules = *unit.node_state->arrangement;
  youth.visit.stay_ends = end_of_stay(youth, rules, now() + stay);
  youth.timers.next =
      timers_.schedule(youth, youth.visit.stay_ends, Phase::endings, EventKind::stay_ends);
  if (rules.leaves_at) timers_.plan_leaving_by_age(youth, rules.leaves_at);
}

/// The earlier of the end of the stay that was drawn and the first 1 August at or after
/// `until_age`. For a youth who is older already it is the next 1 August.
Instant Region::end_of_stay(const Youth& youth, const Arrangement& rules, Instant drawn) const {
  if (!rules.until_age) return drawn;
  const Period& period = scenario_.period;
  const auto august_after = [&](Instant at) {
    return period.at(Period::last_first_of_august(period.date_of(at)) + CalendarSpan{12, 0});
  };
  const Instant of_age = youth.person.born + Days{*rules.until_age * days_per_year};
  const Instant until = august_after({of_age.ticks - 1});
  return std::min(drawn, until > now() ? until : august_after(now()));
}

/// The stay is over. The youth goes on by the routes, or holds the place until the next is free.
void Region::end_stay(Youth& youth) {
  if (youth.is_track()) return end_track(youth, WaitEnd::entered, Outcome::completed);
  const NodeState& here = nodes_[youth.visit.node];
  if (here.node->leads == Leads::care) youth.person.care_ended = now();
  draw_route(youth, youth.visit.node, youth.visit.ordinal);
  if (here.arrangement->holds_place && must_hold(youth, youth.referral.route->to)) {
    hold_place(youth);
  } else {
    vacate(nodes_.unit_of(youth), youth.visit);
    recorder_.end_visit(youth, Outcome::completed, youth.referral.route->to);
    end_tracks_asked_in(youth, youth.visit);
    if (here.arrangement->leaves_at) timers_.plan_leaving_by_age(youth, scenario_.leaves_at);
    if (youth.schooling.attendance == Attendance::absent) begin_hazards(youth);
  }
  start_handover(youth);
}

/// Frees the place of a visit. A place that was made for the youth closes.
void Region::vacate(SiteState& unit, const OpenVisit& visit, Outcome outcome) {
  const bool was_overfull = unit.is_overfull();
  DOORSTROOM_EXPECT(unit.node_state->inside > 0);
  --unit.node_state->inside;
  unit.node_state->record.count_end(outcome);
  unit.release(now());
  if (visit.extra_place) {
    --unit.extra;
    unit.set_capacity(now(), unit.places.capacity() - 1);
  }
  if (was_overfull && !unit.is_overfull()) cycles_.watch_list_of(unit);
  offers_.update(unit);
}

/// The youth has grown too old for the continuum, or for the place: work stops, the place is free,
/// every request ends, and the youth leaves.
void Region::age_out(Youth& youth) {
  const NodeId to = scenario_.leaves_to;
  if (youth.stage == Stage::inside) {
    calendar_.cancel(youth.timers.next);
    if (node(youth.visit.node).leads == Leads::care) youth.person.care_ended = now();
    vacate(nodes_.unit_of(youth), youth.visit);
    recorder_.end_visit(youth, Outcome::aged_out, to);
  } else {
    drop_requests(youth, to, WaitEnd::aged_out, Outcome::aged_out);
  }
  youth.referral.route = nullptr;
  youth.visit.node = to;
  if (youth.holds_place()) end_held_stay(youth, Outcome::aged_out);
  exit(youth, /*for_good=*/true);
}

/// From arrival to the first place in a limited arrangement, by the year of arrival. A placement
/// after the follow-up does not count.
void Region::record_first_placement(Youth& youth) {
  youth.person.placed = true;
  attendance_.end_following(youth, now(), SignalEnd::placed);
  const Days waited = now() - youth.person.arrived;
  if (!scenario_.period.follows(waited)) return;
  recorder_.records().tally(youth.person.groups, youth.person.year,
                            [&](YearRecord& of) { of.placement_days.push_back(waited.count); });
}

/// From the end of a stay that care led to education in full, which begins now.
void Region::record_end_of_care(const Youth& youth) {
  const double days = (now() - youth.person.care_ended).count;
  recorder_.tally(youth.person,
                  [days](YearRecord& of) { of.care_to_education_days.push_back(days); });
}

}  // namespace doorstroom
