// Ages: who is too old for the continuum, or for a place.

#include "models/continuum/region.hpp"

namespace doorstroom {

/// From wherever the youth is: work stops, the place is free, every request lapses.
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
  if (youth.holds_place()) leave_held_place(youth, Outcome::aged_out);
  exit(youth, /*for_good=*/true);
}

/// The earlier of the end of a stay and the first 1 August at or after `until_age`; for who is
/// older already, the next 1 August.
Instant Region::bounded_by_age(const Youth& youth, const Arrangement& here, Instant ends) const {
  if (!here.until_age) return ends;
  const Period& period = scenario_.period;
  const auto august_after = [&](Instant at) {
    return period.at(Period::last_first_of_august(period.date_of(at)) + CalendarSpan{12, 0});
  };
  const Instant of_age = youth.person.born + Days{*here.until_age * days_per_year};
  const Instant until = august_after({of_age.ticks - 1});
  return std::min(ends, until > now() ? until : august_after(now()));
}

}  // namespace doorstroom
