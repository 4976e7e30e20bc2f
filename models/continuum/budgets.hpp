#pragma once
/// The budgets of funders, per calendar year. Once a funder's budget is spent, no node of which the
/// funder pays any share admits anybody from the next day to 1 January. Youths who are inside stay,
/// and go on costing.
///
/// Money is read at the end of each day of the run, warm-up included: places and hours as they were
/// used, stays and cases as they began, interventions while they hold. The year in which the run
/// begins has the sum that its days are of the year. On 1 January every budget is whole again.

#include <cstdint>
#include <functional>
#include <vector>

#include "models/continuum/records.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

class Budgets {
 public:
  /// @param scenario  must outlive the budgets
  explicit Budgets(const Scenario& scenario);

  /// What was used of a desk or arrangement since the run began.
  using Used = std::function<NodeRecord::Usage(NodeId)>;
  /// A day begins: adds up what was spent until now. @pre called in order of days
  void review(std::int64_t day, const Used& used);

  /// Whether every funder who pays for the node has money left.
  bool admits(const Node& node) const;

 private:
  /// Since the run began [EUR].
  IdVector<FunderId, double> spent(Instant now, const Used& used) const;

  const Scenario& scenario_;
  IdVector<FunderId, double> before_year_;  ///< spent when the calendar year began [EUR]
  IdVector<FunderId, bool> gone_;           ///< whether the budget is spent
};

}  // namespace doorstroom
