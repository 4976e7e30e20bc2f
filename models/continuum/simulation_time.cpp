#include "models/continuum/simulation_time.hpp"

#include <algorithm>

namespace doorstroom {

SimulationTime::SimulationTime(const Period& period) : period_(period), now_(period.begin()) {
  enter_period();
}

/// A year of the result, a segment of the period or a school year begins.
bool SimulationTime::enter_period() {
  const int before = year_;
  year_ = period_.year_of(now_);
  segment_ = period_.segment_of(now_);
  const Date august = Period::last_first_of_august(period_.date_of(now_));
  last_august_ = period_.at(august);
  next_period_ = period_.at(august + CalendarSpan{12, 0});
  for (const Instant edge : period_.segment_edges())
    if (edge > now_) next_period_ = std::min(next_period_, edge);
  return year_ != before;
}

}  // namespace doorstroom
