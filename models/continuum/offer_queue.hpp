#pragma once
/// The units that can offer a place or a worker now, in the order in which offers are made.
///
/// Of all units with room and somebody on their list (and of shared lists, with a unit that takes
/// youths from it), the next offer is made by the unit whose
/// first in line has the lowest OfferKey: the earliest moment of asking, then the standing order of
/// youths; a youth before the case that absence opened for that youth. Offers are made one at a
/// time, as each changes what others can be made.
///
/// An entry of the queue is stale once its unit is full or another youth is first in line. Stale
/// entries are dropped when they come up. So a change of a list or of the capacity of a unit takes
/// a call of update(), and no search for old entries.

#include <functional>
#include <queue>
#include <vector>

#include "models/continuum/node_state.hpp"
#include "models/continuum/youths.hpp"

namespace doorstroom {

class OfferQueue {
 public:
  /// @param youths  the youths on the lists; must outlive the queue
  explicit OfferQueue(const Youths& youths) : youths_(youths) {}

  /// The list or the capacity of the unit has changed: queues the unit, if it can offer something,
  /// and the shared lists that it serves, if nobody waits for it alone.
  void update(SiteState& unit) {
    if (!unit.shared_lists.empty() && unit.takes_others())
      for (SiteState* const shared : unit.shared_lists) update_list(*shared);
    update_list(unit);
  }

  /// Whether any unit can offer something. Drops stale entries before the first valid one.
  bool has_offer() {
    while (!queue_.empty()) {
      const auto& [key, unit] = queue_.top();
      if (unit->can_offer() && key_of(*unit) == key) return true;
      if (unit->queued == key) unit->queued.reset();
      queue_.pop();
    }
    return false;
  }

  /// Takes the first unit out of the queue. @pre has_offer() was true, and nothing changed since
  SiteState& take_first() {
    SiteState& unit = *queue_.top().unit;
    queue_.pop();
    unit.queued.reset();
    return unit;
  }

 private:
  void update_list(SiteState& unit) {
    if (!unit.can_offer()) return;
    youths_.prefetch(unit.list.front());
    const OfferKey key = key_of(unit);
    if (unit.queued == key) return;
    unit.queued = key;
    queue_.push({key, &unit});
  }

  struct Entry {
    OfferKey key;
    SiteState* unit = nullptr;

    friend bool operator>(const Entry& a, const Entry& b) { return a.key > b.key; }
  };

  OfferKey key_of(const SiteState& unit) const {
    const std::uint32_t slot = unit.list.front();
    return {unit.list.front_standing().precedence, youths_[slot].is_absence_case(), slot};
  }

  const Youths& youths_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

}  // namespace doorstroom
