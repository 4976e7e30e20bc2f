#pragma once
/// Which of many inputs matter, at the price of few runs: elementary effects (Morris, Technometrics
/// 33:161, 1991). A trajectory is a walk through the unit cube of the inputs. It starts at a random
/// point of a grid of p levels, and changes each input once, in a random order, by a step of
/// delta = p / (2 (p - 1)), up or down; so k inputs take k + 1 points. What the outcome changes
/// over one step, divided by the step, is an elementary effect of the input that changed.
///
/// Over r trajectories an input has r elementary effects, which are independent:
///
///     mu       their mean
///     mu*      mean of their absolute values: how much the input matters (Campolongo, Cariboni
///              and Saltelli, Environmental Modelling and Software 22:1509, 2007)
///     sigma    their standard deviation: how much that depends on the other inputs, or on where
///              in its range the input is; 0 where the outcome is linear in it
///
/// Units of all three: that of the outcome, over the whole range of the input. They rank the
/// inputs; they are no shares of a variance (sobol_indices.hpp).
///
/// Draws have addresses (see random.hpp): seed; `morris`; trajectory; input; which of three. So
/// more trajectories of a seed follow those there are.

#include <cstdint>
#include <span>
#include <vector>

#include "results/stats/bootstrap.hpp"
#include "results/stats/design_points.hpp"

namespace doorstroom {

/// Points that follow each other in one input each.
struct Trajectory {
  std::vector<DesignPoint> points;   ///< k + 1; coordinates in [0, 1], the edges included
  std::vector<std::size_t> changed;  ///< k: the input in which point i + 1 differs from point i
};

/// Trajectories [first, first + count) of a seed.
/// @param levels  p of the grid: even, at least 2
std::vector<Trajectory> morris_trajectories(std::uint32_t first, std::uint32_t count,
                                            std::size_t inputs, std::uint32_t levels,
                                            std::uint32_t seed);

/// The elementary effects of a trajectory, by input.
/// @param outcomes  by point; NaN without data, and then the effects beside it are NaN
std::vector<double> elementary_effects(const Trajectory& trajectory,
                                       std::span<const double> outcomes);

/// What the elementary effects say of one input. NaN without any; sigma below two.
struct MorrisMeasures {
  std::uint64_t effects = 0;  ///< that could be used
  double mu = 0;
  double mu_star = 0;
  Bounds mu_star_bounds;  ///< by bootstrap over trajectories
  double sigma = 0;       ///< with r - 1
};

/// @param effects  [trajectory][input]; NaN is left out
/// @return by input
std::vector<MorrisMeasures> morris_measures(std::span<const std::vector<double>> effects,
                                            const BootstrapPlan& plan = {});

}  // namespace doorstroom
