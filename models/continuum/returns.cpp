// Returns: who left by an exit and comes back, as the same youth.

#include "models/continuum/region.hpp"

namespace doorstroom {

/// When a youth who leaves by an exit will be back; never, for who does not within the run, or
/// would be too old by then.
Instant Region::moment_of_return(Youth& youth) {
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

void Region::stay_away(Youth& youth, Instant until) {
  youth.stage = Stage::away;
  youth.timers.next = timers_.schedule(youth, until, Phase::requests, EventKind::returns);
}

/// Takes part in school as the exit said, and asks where those who return do.
void Region::come_back(Youth& youth) {
  const Node& door = node(youth.visit.node);
  recorder_.tally(youth.person, [](YearRecord& of) { ++of.returns; });
  youth.referral = {};
  youth.work = {};
  youth.schooling.unchanged_since = youth.schooling.absent_since = now();
  take_up_education(youth, door);
  if (youth.schooling.attendance == Attendance::absent) notify_clocks(youth, ClockEvent::absent);
  youth.stage = Stage::handover;
  youth.visit.node = scenario_.exits[door.index].returns->to;
  if (scenario_.leaves_at) timers_.plan_leaving_by_age(youth, scenario_.leaves_at);
  if (youth.schooling.attendance == Attendance::absent) begin_hazards(youth);
  ask(youth);
}

}  // namespace doorstroom
