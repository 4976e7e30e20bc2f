#include "results/story/desk_days.hpp"

#include <algorithm>
#include <cmath>

namespace doorstroom {

Days closed_between(const Desk& desk, const Period& period, Instant from, Instant to) {
  Days closed{0};
  if (desk.closed.empty()) return closed;
  const Closures closures(desk.closed, period);
  for (std::int64_t day = period.day_of(period.date_of(from)); Instant::at_day(day) < to; ++day) {
    if (!closures.closed_at(Instant::at_day(day))) continue;
    const Instant begins = std::max(from, Instant::at_day(day));
    closed = closed + (std::min(to, Instant::at_day(day + 1)) - begins);
  }
  return closed;
}

std::optional<double> hours_worked(const Scenario& scenario, const Step& step) {
  const Visit& visit = step.visit;
  const Node& node = scenario.nodes[visit.node];
  const Desk& desk = scenario.desks[static_cast<std::size_t>(node.index)];
  const bool shared = std::ranges::any_of(
      scenario.interventions, [](const Intervention& one) { return one.single_desk.has_value(); });
  const bool still_there = visit.left == never;
  const bool takes_is_known = desk.takes.distribution.is_constant() && desk.takes.changes.empty();
  if (desk.unlimited || shared || still_there || !(step.again || takes_is_known)) return {};

  const Period& period = scenario.period;
  const Days took = visit.left - visit.entered;
  constexpr double tick = 1e-5;
  if (!step.again && took.count < desk.takes.distribution.value() + tick &&
      desk.takes.distribution.value() > 0)
    return {};
  const EvaluationTime then{Instant::at_day(period.day_of(period.date_of(visit.entered)))};
  const double fte = desk.staff.at(period, then) / node.units.count;
  const double workers = std::ceil(fte - 1e-9);
  if (workers <= 0) return {};
  const double open_days = days_per_year - Closures(desk.closed, period).days_a_year();
  const double hours_a_day = desk.hours.at(period, then) / open_days * fte / workers;
  return hours_a_day * (took - closed_between(desk, period, visit.entered, visit.left)).count;
}

}  // namespace doorstroom
