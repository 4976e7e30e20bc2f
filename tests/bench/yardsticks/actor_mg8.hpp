#pragma once
/// M/G/8 with patience in plain SimGrid: every youth is an actor, who waits for a semaphore of
/// places with a timeout, sleeps out the stay, and leaves a row behind.

#include <cstdint>
#include <vector>

namespace doorstroom::bench {

struct ActorQueue {
  double arrival_rate = 0;  ///< in a unit of time
  double mean_stay = 0;     ///< lognormal
  double cv_stay = 0;
  double mean_patience = 0;  ///< exponential
  int places = 0;
  std::uint64_t customers = 0;
};

struct ActorRow {
  double asked = 0;
  double entered = 0;  ///< of who gave up: NaN
  double left = 0;
};

/// Makes an engine, runs it until the last youth has left, and ends it. One at a time per process.
std::vector<ActorRow> simulate_actors(const ActorQueue& queue, std::uint64_t seed);

}  // namespace doorstroom::bench
