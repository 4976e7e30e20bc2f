#pragma once
/// M/M/1 as it is written in an afternoon, and about as fast as it can be: one loop over a
/// std::priority_queue, a first-come list, and a running sum of waits. It keeps nothing of anybody.

#include <cstdint>

namespace doorstroom::bench {

/// @param arrival_rate  customers in a unit of time
/// @param mean_stay     of the one server
/// @param customers     how many arrive; all are served
/// @return their mean wait
double bare_mm1(double arrival_rate, double mean_stay, std::uint64_t customers, std::uint64_t seed);

}  // namespace doorstroom::bench
