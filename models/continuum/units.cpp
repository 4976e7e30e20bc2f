// Units: sites and teams, each with a list of its own, and when their capacity is reviewed.

#include <algorithm>
#include <set>

#include "models/continuum/region.hpp"

namespace doorstroom {

void Region::review_capacity(NodeId id) {
  NodeState& here = nodes_[id];
  here.desk ? review_desk(here) : review_arrangement(here);
  for (SiteState& unit : here.units) offers_.update(unit);
  if (here.pool) review_pool(*here.pool);
}

std::map<std::int64_t, std::vector<NodeId>> Region::reviews() const {
  const Period& period = scenario_.period;
  std::map<std::int64_t, std::vector<NodeId>> reviews;
  for (const NodeState& here : nodes_.all()) {
    std::set<std::int64_t> days;
    for (const Number* number : here.capacity_parameters()) {
      const std::vector<std::int64_t> of_number = days_of_change(*number, period);
      days.insert(of_number.begin(), of_number.end());
    }
    if (here.desk) nodes_.closures_of(here.units.front()).add_turns(days);
    if (here.arrangement)
      for (const StartDay& start : here.arrangement->starts)
        for (const std::int64_t day : period.days_on(start.on)) days.insert({day, day + 1});
    for (const std::int64_t day : days)
      if (day > period.first_day() && day < period.horizon_day())
        reviews[day].push_back(here.id);  // the first day is how it begins
  }
  return reviews;
}

}  // namespace doorstroom
