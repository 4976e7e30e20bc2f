#pragma once
/// Who pays for what, and how much. Costs are prices times recorded use, so a price can be changed
/// without simulating again.

#include <cstdint>
#include <vector>

#include "models/continuum/records.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// What one funder paid for one thing within one segment of the period.
struct Expense {
  std::size_t segment = 0;  ///< index into Period::segments
  FunderId funder;
  std::int32_t item = 0;  ///< index into cost_items()
  double euro = 0;
};

/// All expenses that are not zero, in order of segment, item, funder.
std::vector<Expense> expenses_of(const Scenario& scenario, const Records& records);

/// The same summed by calendar year, funder, item, in that order.
struct YearlyCost {
  std::int32_t calendar_year = 0;
  FunderId funder;
  std::int32_t item = 0;
  double euro = 0;
};
std::vector<YearlyCost> yearly_costs(const Scenario& scenario,
                                     const std::vector<Expense>& expenses);

}  // namespace doorstroom
