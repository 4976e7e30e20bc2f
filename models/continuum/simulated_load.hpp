#pragma once
/// How busy every desk and arrangement is, for `check`: a short simulation, since returns, absence
/// and ageing bring most of the load of some nodes, and no sum on paper holds them.
///
/// Few replications are run, of fewer years where the scenario is large, so that it takes seconds.
/// It is the same each time. What a node cannot give shows as a list that grows.

#include <cstdint>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// Means over the replications; NaN where there is nothing to tell.
struct NodeLoad {
  NodeId node = no_node;
  double asked_per_year = 0;      ///< requests; those that came back by a bounce are none
  double first_year = 0;          ///< used of what there was: places, or hours of staff
  double last_year = 0;           ///< the same in the last year that was simulated
  double waiting_first_year = 0;  ///< youths listed
  double waiting_last_year = 0;
  bool can_leave = false;  ///< the list has a limit, or a youth gives it up, or asks elsewhere too

  /// Whether the list grew by so much a year that it has no end. Never of fewer than three years.
  bool grows_without_end = false;
};

struct SimulatedLoads {
  std::vector<NodeLoad> nodes;  ///< desks and arrangements, in order of nodes
  double arrivals = 0;          ///< of all replications together, as a mean
  int years = 0;
  std::uint32_t replications = 0;
};

/// @throws RunError  when the world cannot go on, as simulate() does
SimulatedLoads simulated_loads(const Scenario& scenario);

}  // namespace doorstroom
