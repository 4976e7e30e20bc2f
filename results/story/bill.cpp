#include "results/story/bill.hpp"

#include <algorithm>
#include <optional>

#include "results/story/desk_days.hpp"

namespace doorstroom {

namespace {

/// Price of an hour on a case: as declared, and its part of the wage bill. Idle hours are nobody's.
double price_of_hour(const Scenario& scenario, const Step& step) {
  const Node& node = scenario.nodes[step.visit.node];
  const Desk& desk = scenario.desks[static_cast<std::size_t>(node.index)];
  const double hours = desk.hours.at(scenario.period, {step.visit.entered});
  const double wage = hours > 0 ? node.cost.per_fte_year / hours : 0;
  return node.cost.per_hour + wage;
}

}  // namespace

double Bill::total() const {
  double sum = 0;
  for (const Charge& charge : charges) sum += charge.euro;
  return sum;
}

Bill bill_of(const Scenario& scenario, const Step& step) {
  Bill bill;
  if (!step.entered()) return bill;
  const Node& node = scenario.nodes[step.visit.node];
  const Cost& cost = node.cost;
  using What = Charge::What;
  const auto charge = [&bill](What what, double quantity, double price) {
    if (price > 0 && quantity > 0) bill.charges.push_back({what, quantity, quantity * price});
  };
  // The stay or case of a youth who was found there began before counting.
  const Instant begin = step.present_since;
  const double begun = step.visit.entered >= begin ? 1 : 0;
  if (node.kind == NodeKind::desk) {
    charge(What::begun_case, begun, cost.per_case);
    const double price = price_of_hour(scenario, step);
    const auto hours = price > 0 ? hours_worked(scenario, step) : std::nullopt;
    if (hours) charge(What::hours, *hours, price);
    if (!hours) bill.unknown_hours = price;
    return bill;
  }
  const double days = (step.end(scenario.period) - std::max(begin, step.visit.entered)).count;
  const bool limited = !scenario.arrangements[static_cast<std::size_t>(node.index)].unlimited;
  if (limited) charge(What::place, days, cost.per_place_year / days_per_year);
  charge(What::days_used, days, cost.per_day_used);
  charge(What::stay, begun, cost.per_stay);
  return bill;
}

}  // namespace doorstroom
