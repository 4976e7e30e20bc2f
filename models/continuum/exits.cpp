// Exits: a youth leaves the continuum, and may return as the same youth.

#include "models/continuum/region.hpp"

namespace doorstroom {

/// The youth leaves by the present node.
/// @param for_good  the youth does not return, whatever the exit says
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
  if (in_full && youth.person.care_ended != never) record_end_of_care(youth);

  notify_clocks(youth, ClockEvent::enters, youth.visit.node);
  notify_clocks(youth, ClockEvent::leaves);
  end_absence_spell(youth);
  end_tracks(youth);
  calendar_.cancel(youth.timers.ages_out.event);
  attendance_.end_following(youth, now(), SignalEnd::left);
  attendance_.close(youth, now());
  recorder_.add_exit(youth.person, youth.visit.node);
  const Instant back = for_good ? never : draw_return(youth);
  detach_tracks(youth, back < never);
  if (back < never) return await_return(youth, back);
  ++recorder_.records().exited;
  youths_.remove(youth);
}

/// Draws when the youth who leaves by an exit now will return. Never, if the youth does not return
/// within the run or would be too old by then.
Instant Region::draw_return(Youth& youth) {
  const auto& returns = scenario_.exits[node(youth.visit.node).index].returns;
  if (!returns) return never;
  const std::uint32_t before = youth.visits.count(youth.visit.node);
  const double share = sampler_.value(returns->share);
  if (share <= 0 ||
      draws_.at(youth.person, youth.visit.node, Decision::returns, 0, before) >= share)
    return never;
  const Instant back = now() + Days{sampler_.draw(returns->after, youth.person, youth.visit.node,
                                                  Decision::returns_after, 0, before)};
  if (back >= scenario_.period.horizon()) return never;
  if (!scenario_.leaves_at) return back;
  return back > youth.person.born + Days{*scenario_.leaves_at * days_per_year} ? never : back;
}

void Region::await_return(Youth& youth, Instant until) {
  youth.stage = Stage::away;
  youth.timers.next = timers_.schedule(youth, until, Phase::requests, EventKind::returns);
}

/// The youth takes part in school as the exit says, and asks at the node to which the exit returns.
void Region::return_from_exit(Youth& youth) {
  const Node& door = node(youth.visit.node);
  recorder_.tally(youth.person, [](YearRecord& of) { ++of.returns; });
  recorder_.withdraw_exit(youth.person);
  youth.referral = {};
  youth.work = {};
  youth.schooling.unchanged_since = youth.schooling.absent_since = now();
  apply_education(youth, door);
  const bool absent = youth.schooling.attendance == Attendance::absent;
  if (absent) notify_clocks(youth, ClockEvent::absent);
  youth.stage = Stage::handover;
  youth.visit.node = scenario_.exits[door.index].returns->to;
  if (scenario_.leaves_at) timers_.plan_leaving_by_age(youth, scenario_.leaves_at);
  if (absent) begin_hazards(youth);
  ask(youth);
}

}  // namespace doorstroom
