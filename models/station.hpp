#pragma once
/// A desk or an arrangement during a run: what is declared of it, its capacity, its list, and what
/// is measured of it.

#include <cstdint>
#include <vector>

#include "engine/places.hpp"
#include "engine/time_integral.hpp"
#include "engine/wait_list.hpp"
#include "models/records.hpp"
#include "models/scenario.hpp"

namespace doorstroom {

struct Station {
  Station(const Scenario& scenario, NodeId its)
      : id(its),
        node(&scenario.nodes[its]),
        desk(node->kind == NodeKind::desk ? &scenario.desks[node->index] : nullptr),
        arrangement(desk ? nullptr : &scenario.arrangements[node->index]),
        unlimited(desk ? desk->unlimited : arrangement->unlimited),
        waiting_is_safe(node->waiting.nothing_happens()),
        entries(scenario.period.parts().size() + 1),
        occupied(scenario.period.part_edges()),
        capacity(occupied),
        waiting(occupied),
        worked(occupied),
        available(occupied) {
    record.waits.resize(static_cast<std::size_t>(scenario.period.years()));
  }

  NodeId id;
  const Node* node;
  const Desk* desk;                ///< null for an arrangement
  const Arrangement* arrangement;  ///< null for a desk
  bool unlimited;
  bool waiting_is_safe;  ///< nothing happens to who waits

  Places places{0};  ///< of an arrangement; workers of a desk
  WaitList list;
  double worker_rate = 0;    ///< hours that one worker gives a day
  std::uint64_t inside = 0;  ///< youths inside, or whose case is in hand
  bool offer_due = false;    ///< capacity may be free for who is next

  /// What its capacity is worked out from.
  std::vector<const Number*> capacity_parameters() const {
    if (arrangement) return {&arrangement->places};
    return {&desk->staff, &desk->hours};
  }
  /// Whether there is room, and somebody waits for it.
  bool can_offer() const { return places.has_room() && !list.empty(); }

  std::vector<std::uint64_t> entries;  ///< before the start date, and in each part of the period
  TimeIntegral occupied;
  TimeIntegral capacity;
  TimeIntegral waiting;
  TimeIntegral worked;     ///< hours worked a day
  TimeIntegral available;  ///< hours available a day
  NodeRecord record;
};

}  // namespace doorstroom
