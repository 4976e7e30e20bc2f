// Who comes: Poisson arrivals with a rate that is constant within a calendar month, or listed days.

#include <algorithm>
#include <cmath>

#include "models/continuum/region.hpp"

namespace doorstroom {
namespace {

using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

std::int32_t month_of(Date date) {
  const year_month_day parts{date};
  return static_cast<int>(parts.year()) * 12 +
         static_cast<std::int32_t>(static_cast<unsigned>(parts.month())) - 1;
}

Date first_of(std::int32_t months) {
  return Date{year{months / 12} / month{static_cast<unsigned>(months % 12) + 1} / 1};
}

/// What effects make of the inflow: its factor. An `add` or `set` acts as the factor it amounts to.
double inflow_factor(const Number& per_year, const Period& period, EvaluationTime when) {
  const double base = per_year.base(period, when);
  return base > 0 ? per_year.at(period, when) / base : 1.0;
}

/// Streams needed for the largest factor: one as declared, one more for each whole or part above 1.
std::uint32_t streams_of(const Number& per_year, const Period& period) {
  if (per_year.changes.empty()) return 1;
  double largest = 1;
  for (const std::int64_t day : days_of_change(per_year, period))
    for (const bool before : {true, false})
      largest = std::max(largest, inflow_factor(per_year, period, {Instant::at_day(day), before}));
  return static_cast<std::uint32_t>(std::ceil(largest - 1e-9));
}

/// The number of an arrival in its month: those that an effect adds count from far above.
constexpr std::uint32_t ordinal_in_month(std::uint32_t layer, std::uint32_t ordinal) {
  return (layer << 27) + ordinal;
}

/// Standing order: those of today before all others, by node and ordinal; then by source in
/// declared order, month, ordinal.
constexpr std::uint64_t standing_order(NodeId source, std::int32_t months, std::uint32_t ordinal) {
  return (std::uint64_t{1} << 63) | (static_cast<std::uint64_t>(source) << 49) |
         (static_cast<std::uint64_t>(months) << 31) | ordinal;
}

}  // namespace

void Region::open_inflows() {
  const Period& period = scenario_.period;
  for (NodeId id = 0; id < static_cast<NodeId>(scenario_.nodes.size()); ++id) {
    if (node(id).kind != NodeKind::source) continue;
    const Source& source = scenario_.sources[node(id).index];
    for (std::uint32_t layer = 0; layer < streams_of(source.per_year, period); ++layer) {
      const auto index = static_cast<std::uint32_t>(inflows_.size());
      Inflow& inflow = inflows_.emplace_back();
      inflow.index = index;
      inflow.rules = &source;
      inflow.source = id;
      inflow.layer = layer;
      if (source.arrivals.empty()) {
        enter_month(inflow, month_of(period.date_of(period.begin())));
        schedule_arrival(inflow);
      } else if (layer == 0) {
        schedule_listed_arrival(inflow);
      }
    }
  }
}

void Region::enter_month(Inflow& inflow, std::int32_t months) {
  const Period& period = scenario_.period;
  const Source& source = *inflow.rules;
  const Date first = first_of(months);
  const double years = static_cast<double>((first - period.start()).count()) / days_per_year;

  inflow.month = months;
  inflow.ordinal = 0;
  inflow.elapsed = 0;
  inflow.word = source_word(node(inflow.source).id, inflow.layer, 0);
  inflow.month_begins = period.at(first);
  inflow.until = std::min(period.at(first_of(months + 1)), period.horizon());
  inflow.rate = source.per_year.base(period, {inflow.month_begins}) *
                std::pow(1 + source.growth, years) * source.months[months % 12] / days_per_year;
}

Instant Region::next_in_month(Inflow& inflow) const {
  if (inflow.rate <= 0) return inflow.until;
  if (inflow.ordinal % ordinals_per_word == 0)
    inflow.word = source_word(node(inflow.source).id, inflow.layer, inflow.ordinal);
  const std::uint32_t person =
      person_word(static_cast<std::uint32_t>(inflow.month), inflow.ordinal);
  const double u = draws_.arrival(inflow.word, person, Decision::arrival_gap);
  inflow.elapsed += exponential_quantile(u) / inflow.rate;
  return inflow.month_begins + Days{inflow.elapsed};
}

void Region::schedule_arrival(Inflow& inflow) {
  for (;;) {
    const Instant at = next_in_month(inflow);
    if (at >= inflow.until) {
      if (inflow.until == scenario_.period.horizon()) return;
      enter_month(inflow, inflow.month + 1);
    } else if (at < scenario_.period.begin()) {
      ++inflow.ordinal;  // came before the run: a number of its own all the same
    } else {
      return announce(inflow, at);
    }
  }
}

void Region::schedule_listed_arrival(Inflow& inflow) {
  const std::vector<Arrival>& days = inflow.rules->arrivals;
  if (inflow.listed == days.size()) return;
  const std::int32_t months = month_of(days[inflow.listed].day);
  const bool same_month = inflow.listed > 0 && months == inflow.month;
  inflow.ordinal = same_month ? inflow.ordinal + 1 : 0;
  inflow.month = months;
  inflow.word = source_word(node(inflow.source).id, 0, inflow.ordinal);
  announce(inflow, scenario_.period.at(days[inflow.listed++].day));
}

void Region::announce(const Inflow& inflow, Instant at) {
  const std::uint64_t order =
      standing_order(inflow.source, inflow.month, ordinal_in_month(inflow.layer, inflow.ordinal));
  calendar_.schedule({.due = {at, Phase::requests},
                      .precedence = {at.ticks, order},
                      .subject = inflow.index,
                      .kind = static_cast<std::uint8_t>(EventKind::arrives)});
}

void Region::arrive(Inflow& inflow) {
  Youth* youth = arrival_kept(inflow) ? &admit_arrival(inflow) : nullptr;

  // The next one is announced before this one asks anywhere: both may come at one instant, and then
  // both ask before a place is offered to either.
  if (inflow.listed > 0) {
    schedule_listed_arrival(inflow);
  } else {
    ++inflow.ordinal;
    schedule_arrival(inflow);
  }
  if (!youth) return;

  draw_route(*youth, youth->person.source, 0);
  recorder_.count_flow(youth->person.source, youth->referral.route->to);
  if (youth->schooling.attendance == Attendance::absent) begin_hazards(*youth);
  set_out(*youth);
}

/// Whether the youth comes at all: an effect below 1 takes away each whose own uniform lies above
/// it.
bool Region::arrival_kept(const Inflow& inflow) const {
  const Number& per_year = inflow.rules->per_year;
  if (per_year.changes.empty()) return true;
  const double factor = inflow_factor(per_year, scenario_.period, time_.when());
  const std::uint32_t person =
      person_word(static_cast<std::uint32_t>(inflow.month), inflow.ordinal);
  return draws_.arrival(inflow.word, person, Decision::arrival_kept) < factor - inflow.layer;
}

Youth& Region::admit_arrival(const Inflow& inflow) {
  const Source& source = *inflow.rules;
  Youth& youth = youths_.add();
  youth.person.source = inflow.source;
  youth.person.source_word = inflow.word;
  const std::uint32_t ordinal = ordinal_in_month(inflow.layer, inflow.ordinal);
  youth.person.person_word = person_word(static_cast<std::uint32_t>(inflow.month), inflow.ordinal);
  youth.person.order = standing_order(inflow.source, inflow.month, ordinal);
  youth.person.arrived = youth.visit.asked = youth.schooling.unchanged_since =
      youth.schooling.absent_since = now();
  const Arrival known = inflow.listed > 0 ? source.arrivals[inflow.listed - 1] : Arrival{};
  const double age = known.age ? *known.age : draws_.who(youth.person, Decision::age, source.age);
  youth.person.born = now() + Days{-age};
  youth.person.severity = known.severity
                              ? *known.severity
                              : draws_.who(youth.person, Decision::severity, source.severity);
  youth.person.subregion = known.subregion
                               ? *known.subregion
                               : draws_.who(youth.person, Decision::subregion, source.subregion);
  const double absent = sampler_.value(source.absent);
  if (absent > 0 && draws_.who(youth.person, Decision::absent_on_arrival) < absent) {
    youth.schooling.attendance = Attendance::absent;
    youth.schooling.dropped_out = true;  // became absent elsewhere: never counted as a dropout here
  }
  youth.person.year = static_cast<std::int16_t>(time_.year());
  attendance_.follow(youth, now());
  enrol(youth, inflow.month, ordinal);
  if (youth.schooling.attendance == Attendance::absent) notify_clocks(youth, ClockEvent::absent);
  ++recorder_.records().arrived;
  recorder_.tally(youth.person, [](YearRecord& of) { ++of.arrived; });
  return youth;
}

/// @param month  of arrival, as YouthRow has it
void Region::enrol(Youth& youth, std::int32_t month, std::uint32_t ordinal) {
  if (scenario_.leaves_at) plan_leaving_by_age(youth, scenario_.leaves_at);
  youth.person.number = youth_count_++;
  const double age_years = (now() - youth.person.born).count / days_per_year;
  youth.person.groups =
      groups_of(scenario_, youth.person.subregion, youth.person.severity, age_years);
  recorder_.add_youth(youth.person, month, ordinal);
}

}  // namespace doorstroom
