#pragma once
/// Points that cover a cube of factors evenly: the points that a sweep of many assumptions runs.
/// Each point has a coordinate in (0, 1) for each factor: the share of the factor's range below it.
///
/// A Latin hypercube cuts each factor into n equal strata, and has exactly one point in each, at a
/// random place in it (McKay, Beckman and Conover, Technometrics 21:239, 1979). Any n is
/// possible, but it cannot be extended: together with the points of another one it is no hypercube.
/// To extend a design by doubling, use a Sobol' sequence.
///
/// A Sobol' sequence fills the cube finer and finer: its first 2^m points are a net, and the next
/// 2^m make a finer one of them, so it is extended by doubling with all points kept. Its first
/// point, the origin, belongs to it; leaving it out, or taking another number of points than a
/// power of two, spoils the net (Owen, On dropping the first Sobol' point, 2020). A digital shift,
/// random bits added to all coordinates of a factor without carry, keeps the net and gives each
/// seed points of its own, none of them at the edge.
///
/// Draws have addresses (see random.hpp): seed; `latin_hypercube` or `sobol`; point; factor;
/// which of two; which hypercube. So points depend on the seed and their number alone.

#include <cstdint>
#include <vector>

namespace doorstroom {

/// One coordinate in (0, 1) for each factor.
using DesignPoint = std::vector<double>;

/// @param which  number of the hypercube among those of one seed, below 2^24
std::vector<DesignPoint> latin_hypercube(std::uint32_t count, std::size_t factors,
                                         std::uint32_t seed, std::uint32_t which = 0);

/// Points [first, first + count) of the sequence of a seed. @pre at most 3667 factors
std::vector<DesignPoint> sobol_points(std::uint32_t first, std::uint32_t count, std::size_t factors,
                                      std::uint32_t seed);

/// Whether so many points of a Sobol' sequence are a net.
/// @throws InputError naming the powers of two below and above, when they are not
void check_sobol_count(std::uint64_t count);

}  // namespace doorstroom
