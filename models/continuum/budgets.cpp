#include "models/continuum/budgets.hpp"

#include <algorithm>

#include "models/continuum/costs.hpp"

namespace doorstroom {
namespace {

using namespace std::chrono;

/// Sums of money that differ by less are equal [share].
constexpr double relative_rounding = 1e-12;

/// Which share of a calendar year the run covers from its begin on.
double share_of_year(year calendar_year, Date run_begins) {
  const Date new_year = calendar_year / January / 1;
  const Date next = (calendar_year + years(1)) / January / 1;
  const auto covered = next - std::max(new_year, run_begins);
  return static_cast<double>(covered.count()) / static_cast<double>((next - new_year).count());
}

}  // namespace

Budgets::Budgets(const Scenario& scenario)
    : scenario_(scenario), before_year_(scenario.funders.size()), gone_(scenario.funders.size()) {}

void Budgets::review(std::int64_t day, const Used& used) {
  const Period& period = scenario_.period;
  const Date today = period.date_at(day);
  IdVector<FunderId, double> now = spent(period.at(today), used);
  const year_month_day yesterday(today - days(1));
  if (year_month_day(today).year() != yesterday.year()) {
    before_year_ = std::move(now);
    gone_.assign(gone_.size(), false);
    return;
  }
  const double share = share_of_year(yesterday.year(), period.date_at(period.first_day()));
  for (const Budget& budget : scenario_.budgets) {
    const FunderId funder = budget.funder;
    const double sum = budget.per_year * share;
    if (now[funder] - before_year_[funder] >= sum * (1 - relative_rounding)) gone_[funder] = true;
  }
}

IdVector<FunderId, double> Budgets::spent(Instant now, const Used& used) const {
  IdVector<FunderId, double> spent(scenario_.funders.size());
  const auto share_out = [&spent](const Cost& cost, double euro) {
    for (const Payer& payer : cost.paid_by)
      if (payer.funder) spent[payer.funder] += euro * payer.share;
  };
  for (const NodeId id : scenario_.nodes.ids())
    if (const Node& node = scenario_.nodes[id]; !node.cost.free())
      share_out(node.cost, cost_of(node, used(id)));
  for (const Intervention& intervention : scenario_.interventions)
    share_out(intervention.cost, cost_of(intervention, scenario_.period.begin(), now));
  return spent;
}

bool Budgets::admits(const Node& node) const {
  return std::ranges::none_of(node.cost.paid_by, [this](const Payer& payer) {
    return payer.funder && payer.share > 0 && gone_[payer.funder];
  });
}

}  // namespace doorstroom
