#pragma once
/// The cheapest combination of two or three capacities that meets every target. First comes which
/// combinations meet the targets: each is judged as a single capacity is (capacity_search.hpp), and
/// as more capacity is taken to help, only the edge between those that do and those that do not is
/// walked along, from corner to corner. Then the combinations on that edge, of which none is
/// smaller in every capacity, are compared by the figure to minimise (kim_nelson.hpp). Each of the
/// two steps gets half of the chance of error.

#include "results/decisions/seek_margins.hpp"

namespace doorstroom {

/// Fills answer, tried and as_good.
void seek_combinations(const SeekQuestion& question, Simulations& simulations, SeekAnswer& found);

}  // namespace doorstroom
