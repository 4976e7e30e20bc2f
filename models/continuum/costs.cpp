#include "models/continuum/costs.hpp"

#include <algorithm>

namespace doorstroom {

double cost_of(const Node& node, const NodeRecord::Usage& used) {
  const Cost& cost = node.cost;
  const auto entries = static_cast<double>(used.entries);
  if (node.kind == NodeKind::desk)
    return cost.per_fte_year * used.staff_days / days_per_year + cost.per_hour * used.worked_hours +
           cost.per_case * entries;
  return cost.per_place_year * used.places_days / days_per_year +
         cost.per_day_used * used.occupied_days + cost.per_stay * entries;
}

double cost_of(const Intervention& intervention, Instant from, Instant until) {
  const Instant begins = std::max(from, intervention.profile.from);
  const Instant ends = std::min(until, intervention.profile.until);
  return begins < ends ? intervention.cost.per_year * (ends - begins).count / days_per_year : 0;
}

}  // namespace doorstroom
