#pragma once
/// Which inputs of a model agree with what was observed: history matching (Craig, Goldstein,
/// Seheult and Smith, in Case Studies in Bayesian Statistics III, 1997; Vernon, Goldstein and
/// Bower, Bayesian Analysis 5:619, 2010). It rules inputs out, and says nothing of how probable the
/// others are. How far the outcome of an input x lies from the observation z of a target is
/// measured in standard deviations of all that stands between them, the implausibility
///
///     I(x) = |z - E(x)| / sqrt(V_observation + V_discrepancy + V_future + V_emulator(x))
///
/// where E(x) is what the outcome is expected to be at x (by an emulator, or by simulation), and
/// V_emulator(x) how uncertain that is; V_discrepancy is what the model leaves out; V_future is
/// that of a single future: what was observed is one of them, and E(x) a mean over many.
///
/// An input is ruled out where the second largest implausibility over the targets is 3 or more. By
/// the largest, many targets would too often rule the truth out. Of fewer than three targets the
/// largest decides: the second largest of two asks that one of them is met, and no more.
///
/// What is left is sampled by rejection from large Latin hypercubes. Where fewer than 1 in 1,000
/// points are left, the sample goes on from survivors: they walk within what is left, and what is
/// left is closed in on level by level (subset simulation: Au and Beck, Probabilistic Engineering
/// Mechanics 16:263, 2001).
///
/// Draws have addresses (see random.hpp): seed; `history_walk`; walker; step; which; level.

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "results/stats/design_points.hpp"

namespace doorstroom {

inline constexpr double ruled_out_from = 3;  ///< implausibility

/// What was observed of a target, and how far from it the right outcome may be. All in the unit of
/// the outcome, or its square.
struct Observation {
  double value = 0;
  double variance = 0;              ///< of the observation itself
  double discrepancy_variance = 0;  ///< of what the model leaves out
  double future_variance = 0;       ///< of a single future around the mean over futures
};

/// @param mean      expected outcome; infinitely implausible when it is NaN
/// @param variance  of that expectation, >= 0
double implausibility(const Observation& target, double mean, double variance);

/// Of all targets at one point.
struct Implausibility {
  double second = 0;  ///< the second largest; of fewer than three targets the largest
  double largest = 0;

  bool rules_out() const { return second >= ruled_out_from; }
};

/// @param by_target  at least one
Implausibility implausibility_over(std::span<const double> by_target);

/// Implausibility at a point of the unit cube. Where it is above `exact_to` any number above that
/// will do, so that not everything need be worked out.
using ImplausibilityAt = std::function<double(std::span<const double> point, double exact_to)>;

struct RefocusPlan {
  std::uint32_t hypercube = 10'000;  ///< points of a hypercube
  std::uint32_t hypercubes = 5;      ///< at most
  std::uint32_t walkers = 600;       ///< of a level
  std::uint32_t levels = 25;         ///< at most
  std::uint32_t seed = 1;
  std::uint32_t first_hypercube = 0;  ///< its number among those of the seed
};

/// The part of the unit cube that is not ruled out.
struct RemainingSpace {
  std::vector<DesignPoint> points;  ///< a sample of it; none: nothing was found
  double share = 0;                 ///< of the unit cube, estimated
};

/// @param wanted  points of the sample, about; fewer where nothing more was found
RemainingSpace remaining_space(std::size_t inputs, std::uint32_t wanted, const ImplausibilityAt& at,
                               const RefocusPlan& plan);

/// Whether another wave is worth its price: the last one ruled out at least a tenth of what was
/// left before it.
bool still_shrinks(double share_before, double share_now);

/// Points that fill the space which some points stand for: one after the other, the one that lies
/// farthest from those chosen before it (maximin). The first is the one nearest to the middle of
/// all. Of points that are as far the one with the lowest index is chosen.
/// @return indices, in the order of choice; all when there are no more than wanted
std::vector<std::size_t> space_filling(std::span<const DesignPoint> points, std::size_t wanted);

}  // namespace doorstroom
