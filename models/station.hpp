#pragma once
/// A desk or an arrangement during a run: its capacity, its list, and what is measured of it.

#include <span>

#include "engine/places.hpp"
#include "engine/time_integral.hpp"
#include "engine/wait_list.hpp"
#include "models/records.hpp"
#include "models/scenario.hpp"

namespace doorstroom {

struct Station {
  Station(const Node& declared, const Period& period)
      : node(&declared),
        occupied(period.part_edges()),
        capacity(period.part_edges()),
        waiting(period.part_edges()),
        worked(period.part_edges()),
        available(period.part_edges()) {
    record.waits.resize(static_cast<std::size_t>(period.years()));
    record.entries.resize(static_cast<std::size_t>(period.years()));
    record.parts.resize(period.parts().size());
  }

  const Node* node;
  Places places{0};  ///< of an arrangement; workers of a desk
  WaitList list;
  double worker_rate = 0;    ///< hours that one worker gives a day
  std::uint64_t inside = 0;  ///< youths inside, or whose case is in hand
  bool offer_due = false;    ///< capacity may be free for who is next

  TimeIntegral occupied;
  TimeIntegral capacity;
  TimeIntegral waiting;
  TimeIntegral worked;     ///< hours worked a day
  TimeIntegral available;  ///< hours available a day
  NodeRecord record;
};

}  // namespace doorstroom
