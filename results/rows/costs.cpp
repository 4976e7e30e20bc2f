#include "results/rows/costs.hpp"

#include <map>
#include <tuple>

#include "models/continuum/costs.hpp"
#include "results/rows/schema.hpp"

namespace doorstroom {
namespace {

/// Divides an expense among those who pay it.
void add_by_payer(std::vector<Expense>& expenses, Expense expense, const Cost& cost) {
  if (expense.euro == 0) return;
  const double whole = expense.euro;
  if (cost.paid_by.empty()) expenses.push_back(expense);
  for (const Payer& payer : cost.paid_by) {
    expense.funder = payer.funder;
    expense.euro = whole * payer.share;
    if (expense.euro != 0) expenses.push_back(expense);
  }
}

}  // namespace

std::vector<Expense> expenses_of(const Scenario& scenario, const Records& records) {
  const std::vector<Instant>& edges = scenario.period.segment_edges();
  std::vector<Expense> expenses;
  for (std::size_t segment = 0; segment + 1 < edges.size(); ++segment) {
    std::int32_t item = 0;
    for (const NodeId id : scenario.nodes.ids()) {
      const Node& node = scenario.nodes[id];
      if (has_list(node) && !node.cost.free()) {
        const double euro = cost_of(node, records.nodes[id].segments[segment]);
        add_by_payer(expenses, {segment, no_funder, item, euro}, node.cost);
      }
      ++item;
    }
    for (const Intervention& intervention : scenario.interventions) {
      const double euro = cost_of(intervention, edges[segment], edges[segment + 1]);
      add_by_payer(expenses, {segment, no_funder, item++, euro}, intervention.cost);
    }
  }
  return expenses;
}

std::vector<YearlyCost> yearly_costs(const Scenario& scenario,
                                     const std::vector<Expense>& expenses) {
  std::map<std::tuple<std::int32_t, FunderId, std::int32_t>, double> sums;
  for (const Expense& expense : expenses)
    sums[{scenario.period.segments()[expense.segment].calendar_year, expense.funder,
          expense.item}] += expense.euro;
  std::vector<YearlyCost> costs;
  costs.reserve(sums.size());
  for (const auto& [key, euro] : sums)
    costs.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), euro});
  return costs;
}

}  // namespace doorstroom
