#pragma once
/// Which combinations of values a sweep runs: every one of a grid, or points that cover the factors
/// evenly (a Latin hypercube, a Sobol' sequence).

#include <cstdint>
#include <string>
#include <vector>

#include "models/loading/sweep_plan.hpp"

namespace doorstroom {

/// Points [first, first + count) of a design, each a value per factor as canonical JSON. Of a grid
/// the last factor runs fastest. A Sobol' sequence has points of its own for every seed, of which
/// more only follow; each call gives a Latin hypercube of its own.
std::vector<std::vector<std::string>> design_points(SweepPlan::Design design,
                                                    const std::vector<Factor>& factors,
                                                    std::uint32_t first, std::uint32_t count,
                                                    std::uint32_t seed);

}  // namespace doorstroom
