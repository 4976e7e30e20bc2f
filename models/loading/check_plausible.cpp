#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/loading/scenario_check.hpp"
#include "models/reading/load_context.hpp"

/// What a scenario may say by mistake without a word being wrong: youths who all come outside the
/// period that counts, and plans that cost more than there is to spend.

namespace doorstroom {
namespace {

bool lies_in_period(Date day, const Period& period) {
  const Instant at = period.at(day);
  return at >= period.year_edges().front() && at < period.year_edges().back();
}

void warn_of_arrivals_outside_period(const Scenario& scenario, Issues& issues) {
  const Period& period = scenario.period;
  for (const Node& node : scenario.nodes) {
    if (node.kind != NodeKind::source) continue;
    const std::vector<Arrival>& arrivals = scenario.sources[node.index].arrivals;
    const bool some_count = std::ranges::any_of(
        arrivals, [&](const Arrival& one) { return lies_in_period(one.day, period); });
    if (arrivals.empty() || some_count) continue;
    issues.warning(
        node.location,
        message("of the {0} arrivals of {1} none lies in the period that counts", arrivals.size(),
                path_of(node)),
        message("they come from {0} to {1}, and the period runs from {2} to {3}, the last not "
                "included; check period.start and the years of the table",
                to_text(arrivals.front().day), to_text(arrivals.back().day),
                to_text(period.start()), to_text(period.date_of(period.year_edges().back()))));
  }
}

/// What places, staff and their hours, and interventions cost a funder a year, at that moment and
/// in full use [EUR]. What is paid by the stay, the case or the day of use is not planned.
double planned_cost(const Scenario& scenario, FunderId funder, EvaluationTime when) {
  const auto share_of = [funder](const Cost& cost) {
    double share = 0;
    for (const Payer& payer : cost.paid_by) share += payer.funder == funder ? payer.share : 0;
    return share;
  };
  const auto value = [&](const Number& number) { return number.at(scenario.period, when); };
  double sum = 0;
  for (const Node& node : scenario.nodes) {
    const double share = share_of(node.cost);
    if (share == 0) continue;
    if (node.kind == NodeKind::desk) {
      const Desk& desk = scenario.desks[node.index];
      const double staff = desk.unlimited ? 0 : value(desk.staff);
      sum += share * staff * (node.cost.per_fte_year + node.cost.per_hour * value(desk.hours));
    } else if (node.kind == NodeKind::arrangement) {
      const Arrangement& arrangement = scenario.arrangements[node.index];
      const double places =
          arrangement.unlimited ? 0 : std::floor(value(arrangement.places) + 1e-9);
      sum += share * places * node.cost.per_place_year;
    }
  }
  for (const Intervention& intervention : scenario.interventions)
    if (intervention.profile.holds(when))
      sum += share_of(intervention.cost) * intervention.cost.per_year;
  return sum;
}

/// Looks at the middle of each calendar year, and tells the first in which the money is too little.
void warn_of_small_budgets(const Scenario& scenario, Issues& issues) {
  using namespace std::chrono;
  const Period& period = scenario.period;
  for (const Budget& budget : scenario.budgets) {
    for (year_month_day day{period.start()};; day += years(1)) {
      const Date middle = day.year() / July / 1;
      if (!lies_in_period(middle, period)) {
        if (middle > period.start()) break;
        continue;
      }
      const double planned = planned_cost(scenario, budget.funder, {period.at(middle)});
      if (planned <= budget.per_year * (1 + 1e-9)) continue;
      const std::string& id = scenario.funders[budget.funder];
      issues.warning(
          budget.location,
          message("budgets.{0} is {1} EUR a year, and what is planned costs {0} {2} EUR in {3}", id,
                  fmt::format("{:.0f}", budget.per_year), fmt::format("{:.0f}", planned),
                  static_cast<int>(day.year())),
          message("that is its share of places, staff, all their hours and interventions; once the "
                  "money of a year is spent, nothing that {0} pays for admits anybody until 1 "
                  "January: give more, or plan less",
                  id));
      break;
    }
  }
}

}  // namespace

void check_plausible(const Scenario& scenario, Issues& issues) {
  warn_of_arrivals_outside_period(scenario, issues);
  warn_of_small_budgets(scenario, issues);
}

}  // namespace doorstroom
