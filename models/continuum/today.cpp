// Youths of `today`: those who are inside or on a list when the run begins.

#include <algorithm>
#include <cmath>

#include "models/continuum/attributes.hpp"
#include "models/continuum/region.hpp"

namespace doorstroom {
namespace {

/// Youths inside have even ordinals and youths on the list odd ones, so that one more inside
/// renumbers nobody on the list.
constexpr std::uint32_t inside_ordinal(std::uint32_t count) {
  return 2 * count;
}
constexpr std::uint32_t waiting_ordinal(std::uint32_t count) {
  return 2 * count + 1;
}

/// The share of each source in all youths who arrive in a year.
IdVector<SourceId, double> mix_of_sources(const Scenario& scenario) {
  IdVector<SourceId, double> weights;
  double sum = 0;
  for (const Source& source : scenario.sources) {
    const double a_year = source.arrivals.empty()
                              ? source.per_year.base(scenario.period, {Instant{}})
                              : static_cast<double>(source.arrivals.size());
    weights.push_back(a_year);
    sum += a_year;
  }
  for (double& weight : weights)
    weight = sum > 0 ? weight / sum : 1.0 / static_cast<double>(weights.size());
  return weights;
}

}  // namespace

/// Adds the youths of `today`, in order of nodes.
void Region::add_youths_of_today() {
  std::vector<const Today*> in_order;
  for (const Today& today : scenario_.today) in_order.push_back(&today);
  std::sort(in_order.begin(), in_order.end(),
            [](const Today* a, const Today* b) { return a->node < b->node; });
  const IdVector<SourceId, double> mix = mix_of_sources(scenario_);

  for (const Today* today : in_order) {
    double places = 0;
    for (const SiteState& unit : nodes_[today->node].units)
      places += static_cast<double>(unit.places.capacity());
    const int inside =
        today->fill > 0 ? static_cast<int>(std::lround(today->fill * places)) : today->inside;
    for (int i = 0; i < inside; ++i)
      start_inside(add_youth_of_today(*today, inside_ordinal(static_cast<std::uint32_t>(i)), mix),
                   *today);
    for (int i = 0; i < today->waiting; ++i)
      start_on_list(add_youth_of_today(*today, waiting_ordinal(static_cast<std::uint32_t>(i)), mix),
                    *today);
  }
}

/// Adds a youth. What `today` does not state is drawn as for a source, which is drawn by its share
/// in all arrivals.
Youth& Region::add_youth_of_today(const Today& today, std::uint32_t ordinal,
                                  const IdVector<SourceId, double>& mix) {
  Youth& youth = youths_.add();
  youth.person.of_today = true;
  youth.person.source = youth.visit.node = youth.wait.rules_of = today.node;
  youth.person.source_word = source_word(node(today.node).id, 0, ordinal);
  youth.person.person_word = person_word(no_month, ordinal);
  youth.person.order = (std::uint64_t{today.node.index()} << 32) | ordinal;
  youth.person.arrived = youth.schooling.unchanged_since = youth.schooling.absent_since = now();

  const SourceId like = draws_.who(youth.person, Decision::today_source, mix);
  static const Source no_source;  // then `today` states all that is needed
  const Source& source = like ? scenario_.sources[like.index()] : no_source;
  youth.person.severity = draws_.who(youth.person, Decision::severity,
                                     today.severity.empty() ? source.severity : today.severity);
  draw_attributes(scenario_, draws_, youth.person, today.mixes, source.mixes);
  youth.person.born =
      now() + Days{-draws_.who(youth.person, Decision::age, today.age ? *today.age : source.age)};
  const double absent = today.absent ? *today.absent : sampler_.value(source.absent);
  if (draws_.who(youth.person, Decision::absent_on_arrival) < absent)
    youth.schooling.attendance = Attendance::absent;
  youth.visits.count(today.node);
  enrol(youth, YouthRow{}.month, ordinal);
  ++recorder_.records().present_at_start;
  return youth;
}

/// The youth is in the middle of a stay: a length-biased stay, of which a uniform share is still to
/// come.
void Region::start_inside(Youth& youth, const Today& today) {
  SiteState& here = nodes_.roomiest(youth, youth.visit.node);
  youth.visit.unit = here.number;
  const double whole =
      today.found_stay.draw(draws_.who(youth.person, Decision::stay), time_.when()) *
      sampler_.severity_scale(youth.person, &SeverityScale::stay);
  const double to_come = whole * draws_.who(youth.person, Decision::residual_share);
  youth.visit.asked = youth.visit.entered = now() + Days{to_come - whole};
  occupy(youth, here, Days{to_come});
  youth.schooling.unchanged_since = youth.visit.asked;
  if (youth.schooling.attendance == Attendance::absent) {
    youth.schooling.absent_since = youth.visit.asked;
    youth.schooling.dropped_out = true;
  }
  ++here.node_state->record.inside_at_start;
}

/// The youth has waited on the list for a time that is drawn.
void Region::start_on_list(Youth& youth, const Today& today) {
  SiteState& here = nodes_.unit_for(youth, youth.visit.node);
  youth.visit.unit = here.number;
  const double waited =
      today.waited ? today.waited->quantile(draws_.who(youth.person, Decision::waited)) : 0;
  youth.stage = Stage::listed;
  youth.visit.asked = youth.wait.in_line_since = now() + Days{-waited};
  youth.wait.asked_year = static_cast<std::int16_t>(scenario_.period.year_of(youth.visit.asked));
  youth.schooling.absent_since = youth.schooling.unchanged_since = youth.visit.asked;
  youth.schooling.dropped_out = youth.schooling.attendance == Attendance::absent;
  youth.wait.in_line = lists_.join(youth, here, false);
  plan_looking_elsewhere(youth);
  if (youth.schooling.attendance == Attendance::absent) begin_hazards(youth);
  if (!here.node_state->waiting_is_safe)
    youth.timers.stays_home =
        timers_.schedule(youth, now(), Phase::departures, EventKind::waiting_begins);
}

}  // namespace doorstroom
