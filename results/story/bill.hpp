#pragma once
/// What one step of a youth cost, and who pays: prices of the scenario times what the rows tell.

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
  double unknown_hours = 0;  ///< price of an hour [EUR], when the rows do not tell how many; else 0

  double total() const;
};

/// Of the whole run, before the start date too.
Bill bill_of(const Scenario& scenario, const Step& step);

}  // namespace doorstroom
