// Desks that are one for a while: one staff, one list.

#include <algorithm>
#include <cmath>
#include <utility>

#include "tests/reference/world.hpp"

namespace doorstroom::reference {

void World::build_pools() {
  for (const Intervention& intervention : scenario.interventions) {
    if (!intervention.single_desk) continue;
    pools.push_back({.of = &intervention, .room = {.unit = -1}});
    pools.back().room.capacity = 0;
  }
}

Pool* World::pool_of(NodeId desk) {
  const auto joins = [&](const Pool& pool) {
    return std::ranges::count(pool.of->single_desk->joins, desk) > 0;
  };
  const auto found = std::ranges::find_if(pools, joins);
  return found == pools.end() ? nullptr : &*found;
}

/// Who waits goes to the common list, or back, and keeps the moment of asking.
void World::join_or_part(Pool& pool) {
  const bool joins = pool.of->profile.holds({now});
  if (joins == pool.joined) return;
  pool.joined = joins;
  std::vector<Request*> waiting = std::exchange(pool.room.list, {});
  for (const NodeId desk : pool.of->single_desk->joins) {
    std::size_t listed = std::ranges::count(
        waiting, desk, [](const Request* request) { return request->visit.node; });
    for (Room& team : rooms[desk]) {
      listed += team.list.size();
      const std::vector<Request*> there = std::exchange(team.list, {});
      waiting.insert(waiting.end(), there.begin(), there.end());
    }
    tell(*pool.of, joins ? RoleAction::What::joined : RoleAction::What::parted, desk,
         static_cast<double>(listed));
  }
  for (Request* request : waiting) request->youth->change_list(*request);
}

/// The sum of the staff; each worker gives as many hours as another.
void World::change_pool(Pool& pool) {
  double fte = 0;
  double hours_a_day = 0;
  pool.room.open = pool.joined;
  pool.room.funded = true;
  for (const NodeId id : pool.of->single_desk->joins) {
    const double staff = value(desk(id).staff);
    fte += staff;
    hours_a_day += staff * value(desk(id).hours) / open_days(desk(id));
    for (const Room& team : rooms[id]) {
      pool.room.open = pool.room.open && team.open;
      pool.room.funded = pool.room.funded && team.funded;
    }
  }
  pool.room.capacity = workers_for(fte);
  pool.room.hours_a_day = one_of(pool.room.capacity, hours_a_day);
}

}  // namespace doorstroom::reference
