// Youths who arrive.

#include "models/continuum/attributes.hpp"
#include "models/continuum/region.hpp"

namespace doorstroom {

/// An arrival is due. Unless an effect takes it away, a youth comes in by the routes of the source.
void Region::arrive(Inflow& inflow) {
  Youth* youth = inflows_.keeps(inflow, time_.when()) ? &admit_arrival(inflow) : nullptr;
  // The next arrival is scheduled before this one asks anywhere. Both may be due at one instant,
  // and then both ask before a place is offered to either.
  inflows_.schedule_next(inflow);
  if (!youth) return;

  draw_route(*youth, youth->person.source, 0);
  recorder_.count_flow(youth->person.source, youth->referral.route->to);
  if (youth->schooling.attendance == Attendance::absent) begin_hazards(*youth);
  ask_also_from_source(*youth);
  start_handover(*youth);
}

/// Adds the youth who arrives now, with all that is drawn on arrival.
Youth& Region::admit_arrival(const Inflow& inflow) {
  const Source& source = *inflow.rules;
  Youth& youth = youths_.add();
  youth.person.source = inflow.source;
  youth.person.source_word = inflow.source_word;
  youth.person.person_word = inflow.person_word();
  youth.person.order = inflow.standing_order();
  youth.person.arrived = youth.visit.asked = youth.schooling.unchanged_since =
      youth.schooling.absent_since = now();
  const Arrival known = inflow.known();
  const double age = known.age ? *known.age : draws_.who(youth.person, Decision::age, source.age);
  youth.person.born = now() + Days{-age};
  youth.person.severity = known.severity
                              ? *known.severity
                              : draws_.who(youth.person, Decision::severity, source.severity);
  youth.person.values = known.values;
  draw_attributes(scenario_, draws_, youth.person, {}, source.mixes);
  const double absent = sampler_.value(source.absent);
  if (absent > 0 && draws_.who(youth.person, Decision::absent_on_arrival) < absent) {
    youth.schooling.attendance = Attendance::absent;
    youth.schooling.dropped_out = true;  // became absent elsewhere: never counted as a dropout here
  }
  youth.person.year = static_cast<std::int16_t>(time_.year());
  attendance_.follow(youth, now());
  if (scenario_.leaves_at) timers_.plan_leaving_by_age(youth, scenario_.leaves_at);
  enrol(youth, inflow.month, inflow.ordinal_in_month());
  if (youth.schooling.attendance == Attendance::absent) notify_clocks(youth, ClockEvent::absent);
  ++recorder_.records().arrived;
  recorder_.tally(youth.person, [](YearRecord& of) { ++of.arrived; });
  return youth;
}

/// Gives a youth a number and groups.
/// @param month  of arrival, as YouthRow has it
void Region::enrol(Youth& youth, std::int32_t month, std::uint32_t ordinal) {
  youth.person.number = youth_count_++;
  const double age_years = (now() - youth.person.born).count / days_per_year;
  youth.person.groups = groups_of(scenario_, youth.person.values, youth.person.severity, age_years);
  recorder_.add_youth(youth.person, month, ordinal);
}

}  // namespace doorstroom
