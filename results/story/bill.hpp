#pragma once
/// What one step of a youth cost, and who pays: prices of the scenario times what the rows show. An
/// hour at a desk that is paid by the fte costs the yearly price over the hours that an fte gives.

#include <vector>

#include "results/story/journey.hpp"

namespace doorstroom {

struct Charge {
  enum class What { place, days_used, stay, hours, begun_case };

  What what = What::place;
  double quantity = 0;  ///< days, hours, stays, cases
  double euro = 0;
};

struct Bill {
  std::vector<Charge> charges;
  double unknown_hours = 0;  ///< price of an hour [EUR] if the hours are unknown; else 0

  double total() const;
};

/// Costs over the whole run, the time before the start date included.
Bill bill_of(const Scenario& scenario, const Step& step);

}  // namespace doorstroom
