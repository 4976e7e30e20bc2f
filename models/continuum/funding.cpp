// Money: what was used so far, and who may be admitted for what is left.

#include <numeric>
#include <utility>

#include "models/continuum/region.hpp"

namespace doorstroom {

/// A day begins: what funders have run out of admits nobody, what they can pay for again serves its
/// list in order. Joined desks admit for all or for none.
void Region::review_budgets() {
  budgets_->review(now().ticks / Instant::ticks_per_day,
                   [this](NodeId id) { return used_so_far(id); });
  for (SiteState& pool : nodes_.pools()) pool.funded = true;
  for (NodeState& here : nodes_.all()) {
    const bool funded = budgets_->admits(*here.node);
    for (SiteState& unit : here.units) {
      if (std::exchange(unit.funded, funded) != funded) cycles_.watch_list_of(unit);
      offers_.update(unit);
    }
    if (here.pool && !funded) here.pool->funded = false;
  }
  for (SiteState& pool : nodes_.pools()) offers_.update(pool);
}

/// Of a desk or arrangement since the run began; of other nodes nothing.
NodeRecord::Usage Region::used_so_far(NodeId id) const {
  NodeRecord::Usage used;
  const NodeState* here = nodes_.find(id);
  if (!here) return used;
  for (const SiteState& unit : here->units) {
    used.occupied_days += unit.occupied.total(now());
    used.places_days += unit.capacity.total(now());
    used.waiting_days += unit.waiting.total(now());
    used.worked_hours += unit.worked.total(now());
    used.available_hours += unit.available.total(now());
    used.entries += std::accumulate(unit.entries.begin(), unit.entries.end(), std::uint64_t{0});
  }
  return used;
}

}  // namespace doorstroom
