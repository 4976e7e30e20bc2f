#pragma once
/// What funders can spend in a calendar year, and what happens when that is gone: from the next day
/// to 1 January nobody is admitted where the funder has any share. Who is inside stays, and goes on
/// costing.
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
  /// A day begins: the one before is reckoned up. In order of days.
  void review(std::int64_t day, const Used& used);

  /// Whether nobody who pays for the node has run out.
  bool admits(const Node& node) const;

 private:
  /// Per funder, since the run began [EUR].
  std::vector<double> spent(Instant now, const Used& used) const;

  const Scenario& scenario_;
  std::vector<double> before_year_;  ///< spent when the calendar year began, by funder
  std::vector<bool> gone_;           ///< by funder
};

}  // namespace doorstroom
