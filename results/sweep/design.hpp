#pragma once
/// The combinations of values that a sweep runs: all of a grid, or points that cover the factors
/// evenly (a Latin hypercube, a Sobol' sequence).

#include <cstdint>
#include <string>
#include <vector>

#include "models/loading/sweep_plan.hpp"

namespace doorstroom {

/// Points [first, first + count) of a design, each a value per factor as canonical JSON. In a grid
/// the last factor varies fastest. A Sobol' sequence differs by seed, and more points of it follow
/// those there are; each call with another `first` gives another Latin hypercube.
std::vector<std::vector<std::string>> design_points(SweepPlan::Design design,
                                                    const std::vector<Factor>& factors,
                                                    std::uint32_t first, std::uint32_t count,
                                                    std::uint32_t seed);

}  // namespace doorstroom
