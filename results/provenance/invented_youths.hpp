#pragma once
/// The youths of whom a report tells: invented ones, never those of records.

#include <cstdint>
#include <vector>

#include "results/report/privacy.hpp"
#include "results/story/retained_visits.hpp"

namespace doorstroom {

/// A youth, and how long he or she waited in all.
struct WaitOfYouth {
  std::uint32_t youth = 0;  ///< number in the replication
  Days waited;              ///< on one list or more, at desks and arrangements; not beside the way
};

/// The youths who may be told of, shortest wait first, by number where they waited equally long:
/// those whom a source drew, not those of `initial`, `today` or a table of arrivals. They arrived
/// in the counted period, once who was there at the start need no longer be hidden, and have left.
std::vector<WaitOfYouth> invented_youths(const RetainedVisits& rows, const Scenario& scenario,
                                         const Privacy& privacy);

/// One of the youths around a position among those ranked: which, the seed decides.
/// @param share  0: the shortest waits, 0.5: the middle, 1: the longest
/// @pre there are youths
std::uint32_t chosen_youth(const std::vector<WaitOfYouth>& ranked, double share,
                           std::uint64_t seed);

}  // namespace doorstroom
