#include "models/continuum/inflows.hpp"

#include <algorithm>
#include <cmath>

#include "models/continuum/event_kind.hpp"

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

/// The factor by which effects change the inflow. An `add` or `set` counts as the factor that it
/// amounts to.
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

/// Arrivals a day in a month, without effects.
double rate_in(std::int32_t months, const Source& source, const Period& period) {
  const Date first = first_of(months);
  const double years = static_cast<double>((first - period.start()).count()) / days_per_year;
  return source.per_year.base(period, {period.at(first)}) * std::pow(1 + source.growth, years) *
         source.months[months % 12] / days_per_year;
}

}  // namespace

double expected_arrivals(const Scenario& scenario) {
  const Period& period = scenario.period;
  double sum = 0;
  for (const Source& source : scenario.sources) {
    sum += static_cast<double>(source.arrivals.size());
    if (!source.arrivals.empty()) continue;
    const std::int32_t last = month_of(period.date_of(period.horizon()));
    for (std::int32_t months = month_of(period.date_of(period.begin())); months <= last; ++months) {
      const Instant begins = std::max(period.at(first_of(months)), period.begin());
      const Instant ends = std::min(period.at(first_of(months + 1)), period.horizon());
      sum += rate_in(months, source, period) * inflow_factor(source.per_year, period, {begins}) *
             std::max(0.0, (ends - begins).count);
    }
  }
  return sum;
}

void Inflows::open() {
  const Period& period = scenario_.period;
  for (const NodeId id : scenario_.nodes.ids()) {
    if (scenario_.nodes[id].kind != NodeKind::source) continue;
    const Source& source = scenario_.sources[scenario_.nodes[id].index];
    for (std::uint32_t layer = 0; layer < streams_of(source.per_year, period); ++layer) {
      const auto index = static_cast<std::uint32_t>(inflows_.size());
      Inflow& inflow = inflows_.emplace_back();
      inflow.index = index;
      inflow.rules = &source;
      inflow.source = id;
      inflow.layer = layer;
      if (source.arrivals.empty()) {
        enter_month(inflow, month_of(period.date_of(period.begin())));
        schedule_drawn(inflow);
      } else if (layer == 0) {
        schedule_listed(inflow);
      }
    }
  }
}

void Inflows::enter_month(Inflow& inflow, std::int32_t months) {
  const Period& period = scenario_.period;

  inflow.month = months;
  inflow.ordinal = 0;
  inflow.elapsed = 0;
  inflow.source_word = source_word(scenario_.nodes[inflow.source].id, inflow.layer, 0);
  inflow.month_begins = period.at(first_of(months));
  inflow.until = std::min(period.at(first_of(months + 1)), period.horizon());
  inflow.rate = rate_in(months, *inflow.rules, period);
}

Instant Inflows::next_in_month(Inflow& inflow) const {
  if (inflow.rate <= 0) return inflow.until;
  if (inflow.ordinal % ordinals_per_word == 0)
    inflow.source_word =
        source_word(scenario_.nodes[inflow.source].id, inflow.layer, inflow.ordinal);
  if (const std::uint32_t batch = inflow.rules->batch; inflow.ordinal % batch == 0) {
    const double u =
        draws_.arrival(inflow.source_word, inflow.person_word(), Decision::arrival_gap);
    inflow.elapsed += exponential_quantile(u) / inflow.rate * batch;
  }
  return inflow.month_begins + Days{inflow.elapsed};
}

void Inflows::schedule_drawn(Inflow& inflow) {
  for (;;) {
    const Instant at = next_in_month(inflow);
    if (at >= inflow.until) {
      if (inflow.until == scenario_.period.horizon()) return;
      enter_month(inflow, inflow.month + 1);
    } else if (at < scenario_.period.begin()) {
      ++inflow.ordinal;  // an arrival before the run keeps its number
    } else {
      return schedule_at(inflow, at);
    }
  }
}

void Inflows::schedule_listed(Inflow& inflow) {
  const std::vector<Arrival>& days = inflow.rules->arrivals;
  if (inflow.listed == days.size()) return;
  const std::int32_t months = month_of(days[inflow.listed].day);
  const bool same_month = inflow.listed > 0 && months == inflow.month;
  inflow.ordinal = same_month ? inflow.ordinal + 1 : 0;
  inflow.month = months;
  inflow.source_word = source_word(scenario_.nodes[inflow.source].id, 0, inflow.ordinal);
  schedule_at(inflow, scenario_.period.at(days[inflow.listed++].day));
}

void Inflows::schedule_at(const Inflow& inflow, Instant at) {
  calendar_.schedule({.due = {at, Phase::requests},
                      .precedence = {at.ticks, inflow.standing_order()},
                      .subject = inflow.index,
                      .kind = static_cast<std::uint8_t>(EventKind::arrives)});
}

bool Inflows::keeps(const Inflow& inflow, EvaluationTime when) const {
  const Number& per_year = inflow.rules->per_year;
  if (per_year.changes.empty()) return true;
  const double factor = inflow_factor(per_year, scenario_.period, when);
  return draws_.arrival(inflow.source_word, inflow.person_word(), Decision::arrival_kept) <
         factor - inflow.layer;
}

void Inflows::schedule_next(Inflow& inflow) {
  if (inflow.from_table()) return schedule_listed(inflow);
  ++inflow.ordinal;
  schedule_drawn(inflow);
}

}  // namespace doorstroom
