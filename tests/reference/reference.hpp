#pragma once
/// The rules of the continuum told a second time, in the plainest way: each youth is a SimGrid
/// actor whose body reads like a life. It shares with the models what a scenario says and the
/// addresses of draws, and none of the rules. It is slow, and exists to be compared with.
///
/// SimGrid puts actors to sleep and wakes them; its clock stands still. Its dates are floating
/// point numbers and it promises no order among the actors of one instant, while the rules count
/// ticks and settle every tie. So who sleeps stands on an agenda ordered by tick, phase, moment of
/// asking and standing order, and one conductor wakes whoever is first, alone.

#include <cstdint>
#include <vector>

#include "models/continuum/records.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom::reference {

/// A visit, and whose it is.
struct Row {
  NodeId source = no_node;
  std::int32_t month = 0;     ///< calendar month of arrival, year x 12 + month - 1
  std::uint32_t ordinal = 0;  ///< in that month
  Instant arrived;
  Instant born;
  Visit visit;  ///< without the number of the youth
};

/// Of one replication: every visit, those of one youth in the order in which they ended, and what
/// became of the legal clocks.
struct Told {
  std::vector<Row> visits;
  IdVector<ClockId, std::vector<ClockRecord>> clocks;  ///< by year of starting
  std::vector<RoleAction> actions;                     ///< of roles
};
Told simulate(const Scenario& scenario, std::uint32_t replication);

}  // namespace doorstroom::reference
