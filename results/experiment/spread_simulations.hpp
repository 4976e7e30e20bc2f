#pragma once
/// Replications that are spread over states of the world (states_of_world.hpp): each is simulated
/// in one of them, so that their mean is over the states and over chance, and their spread is that
/// of both. All alternatives have replication r in the same state, and stay paired.
///
/// The states take turns in an order that is drawn anew for each round, and every round has each
/// state once. So the first replications, however few, are spread over the states at random and as
/// evenly as can be; an interval by t over them is at worst too wide.
///
/// Draws have addresses (see random.hpp): seed; `state_of_world`; state; round; whether fresh.

#include <string>
#include <vector>

#include "results/experiment/simulations.hpp"

namespace doorstroom {

class SpreadSimulations {
 public:
  /// @param states  by state, "PATH=VALUE" of all its assumptions; none: all is as the plan has it.
  ///                Must outlive it
  SpreadSimulations(Simulations& simulations, const std::vector<std::vector<std::string>>& states)
      : simulations_(simulations), states_(states) {}

  /// @pre there are states
  std::vector<std::size_t> states_of(ReplicationRange replications) const;

  /// What Simulations::run() must be asked for.
  std::vector<SimulationRequest> requests(const Alternative& alternative,
                                          ReplicationRange replications) const;
  /// By replication, as those of Simulations. @pre the requests were run
  std::vector<double> values(const Alternative& alternative, std::size_t kpi,
                             ReplicationRange replications) const;
  std::vector<double> paid(const Alternative& alternative, std::size_t funder,
                           ReplicationRange replications) const;
  std::vector<double> bill(const Alternative& alternative, ReplicationRange replications) const;

 private:
  template <class Read>
  std::vector<double> one_by_one(const Alternative& alternative, ReplicationRange replications,
                                 Read read) const;

  Simulations& simulations_;
  const std::vector<std::vector<std::string>>& states_;
};

}  // namespace doorstroom
