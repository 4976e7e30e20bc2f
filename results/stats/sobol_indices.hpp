#pragma once
/// Which share of the variance of an outcome each input accounts for, when all inputs are uniform
/// and independent (Sobol', Mathematical Modelling and Computational Experiments 1:407, 1993):
///
///     first     of the input alone: by how much the variance would shrink if it were known
///     total     of the input and all that it does together with others (Homma and Saltelli,
///               Reliability Engineering and System Safety 52:1, 1996). Never below `first`, but
///               for the error of both. An input with a total of 0 does nothing
///
/// The design is Saltelli's (Computer Physics Communications 145:280, 2002): row j has two points
/// that have nothing in common, A and B, and for each input i a point AB_i, which is A with the
/// coordinate i of B. So n rows of k inputs take n (k + 2) points. A and B are the two halves of
/// one point of a Sobol' sequence in 2k dimensions (design_points.hpp); two sequences, or two
/// stretches of one, would not be independent of each other.
///
/// The estimators are Jansen's (Computer Physics Communications 117:35, 1999; table 2, (c) and (f),
/// of Saltelli and others, Computer Physics Communications 181:259, 2010), with means over rows:
///
///     first = 1 - mean of (f(B) - f(AB_i))^2 / (2 V)
///     total =     mean of (f(A) - f(AB_i))^2 / (2 V)
///
/// V is the variance of the outcome. Of an outcome that depends on the inputs alone, it is that of
/// all f(A) and f(B) together. When it depends on luck as well, and all points of a row have the
/// same luck (the same seeds) and other rows have other luck, that variance holds what luck does to
/// whole rows, which is no input's. Then V is the mean of (f(A) - f(B))^2 / 2: no row's luck is in
/// it, nor in the other differences, so it is in no index.

#include <cstdint>
#include <span>
#include <vector>

#include "results/stats/bootstrap.hpp"
#include "results/stats/design_points.hpp"

namespace doorstroom {

/// The points of rows [first, first + count): each A, B, AB_1 ... AB_k.
std::vector<std::vector<DesignPoint>> saltelli_rows(std::uint32_t first, std::uint32_t count,
                                                    std::size_t inputs, std::uint32_t seed);

/// What the outcomes of a row share beside the inputs of their points.
enum class RowLuck : std::uint8_t { none, shared };

struct SobolIndices {
  double first = 0;
  Bounds first_bounds;  ///< by bootstrap over rows
  double total = 0;
  Bounds total_bounds;
};

/// @param outcomes  [row], in the order of saltelli_rows(). A row without data, NaN, is left out
/// @return by input; NaN when outcomes do not vary. Estimates are not cut off at 0 and 1
std::vector<SobolIndices> sobol_indices(std::span<const std::vector<double>> outcomes, RowLuck luck,
                                        const BootstrapPlan& plan = {});

}  // namespace doorstroom
