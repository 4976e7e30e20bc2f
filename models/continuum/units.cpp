// Units: sites and teams, each with a list of its own, and when their capacity is reviewed.

#include <algorithm>
#include <set>

#include "models/continuum/region.hpp"

namespace doorstroom {

/// The unit to which the youth belongs: one of those of the subregion, by a draw of his or her own.
std::int16_t Region::unit_number(const Youth& youth, const NodeState& there) const {
  const Units& units = there.node->units;
  if (units.count == 1) return 0;
  const Units::Run run = run_of(youth, units);
  const double u = draws_.at(youth.person, there.id, Decision::unit, 0);
  return static_cast<std::int16_t>(run.first + static_cast<int>(u * run.count));
}

/// The units of the youth's subregion; all of them where it has none of its own.
Units::Run Region::run_of(const Youth& youth, const Units& units) {
  if (youth.person.subregion >= 0 && !units.of_subregion.empty()) {
    const Units::Run run = units.of_subregion[static_cast<std::size_t>(youth.person.subregion)];
    if (run.count > 0) return run;
  }
  return {0, units.count};
}

/// Where there is most room among the units to which the youth may belong.
SiteState& Region::roomiest(const Youth& youth, NodeState& there) {
  const Units::Run run = run_of(youth, there.node->units);
  const auto first = there.units.begin() + run.first;
  return *std::max_element(first, first + run.count, [](const SiteState& a, const SiteState& b) {
    return a.places.capacity() - a.places.taken() < b.places.capacity() - b.places.taken();
  });
}

void Region::review_capacity(NodeId id) {
  NodeState& here = node_state(id);
  here.desk ? review_desk(here) : review_arrangement(here);
  for (SiteState& unit : here.units) note_offer(unit);
  if (here.pool) review_pool(*here.pool);
}

std::map<std::int64_t, std::vector<NodeId>> Region::reviews() const {
  const Period& period = scenario_.period;
  std::map<std::int64_t, std::vector<NodeId>> reviews;
  for (const NodeState& here : stations_) {
    std::set<std::int64_t> days;
    for (const Number* number : here.capacity_parameters()) {
      const std::vector<std::int64_t> of_number = days_of_change(*number, period);
      days.insert(of_number.begin(), of_number.end());
    }
    if (here.desk) closures_of(here.units.front()).add_turns(days);
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
