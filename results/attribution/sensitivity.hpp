#pragma once
/// Which assumption decides the answer: how much a key figure, or the difference that a variant
/// makes in it, depends on each input of `evidence` (assumptions.hpp) while the others vary along.
///
/// Two steps. All inputs first, at the price of few runs: elementary effects along trajectories
/// (morris.hpp). Then, for the few that matter most, which share of the variance each accounts for
/// (sobol_indices.hpp), while the others keep the values of the scenario. Both are of the mean over
/// replications. What an outcome is at a point depends on its random numbers, too. All points of a
/// trajectory or row have the same, so that they differ by their inputs; each trajectory and row
/// has others, so that the indices are not those of one seed. The second step has fresh ones, as
/// the first chose its inputs.
///
/// A dummy input is one more input, that changes nothing but the random numbers. What it seems to
/// do is the floor of noise: an input with no more than that is not told from one that does
/// nothing, and is left out of the second step.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/loading/assumptions.hpp"
#include "results/attribution/explained_figure.hpp"
#include "results/experiment/simulations.hpp"
#include "results/stats/morris.hpp"
#include "results/stats/sobol_indices.hpp"

namespace doorstroom {

struct SensitivityQuestion {
  std::vector<ExplainedFigure> figures{};
  std::uint32_t trajectories = 10;
  std::uint32_t rows = 32;         ///< a power of two, so that points cover the ranges evenly
  std::uint32_t inputs = 4;        ///< of the second step, at most
  std::uint32_t replications = 4;  ///< of each point
  std::uint32_t at_most = 20'000;  ///< replications of all points together
};

struct InputEffect {
  std::string path;  ///< name of the input
  MorrisMeasures measures;
};

struct InputShare {
  std::string path;
  SobolIndices indices;
};

struct Sensitivity {
  ExplainedFigure figure;
  std::vector<InputEffect> effects;  ///< the largest mu* first
  MorrisMeasures noise;              ///< of the dummy input
  std::vector<InputShare>
      shares;              ///< the largest total index first; none: no input told from noise
  double noise_floor = 0;  ///< total index of the dummy input; NaN without shares
  Bounds noise_floor_bounds;
  /// Over the points of the second step: mean, and what 10% and 90% of the points stay below.
  Estimate outcomes;
};

struct SensitivityAnswer {
  std::uint32_t replications = 0;  ///< of each point
  bool is_of_difference = false;
  std::vector<Sensitivity> figures;
};

/// @param assumptions  of the plans of the simulations: the base, and the variant if there is one
/// @param simulations  that keep kpis_of(question.figures)
/// @throws InputError when nothing can be varied, values that were drawn make no valid scenario, or
///         at_most is too few; RunError, Interrupted as run_replications()
SensitivityAnswer sensitivity(const SensitivityQuestion& question, const Assumptions& assumptions,
                              Simulations& simulations, const OnEstimate& on_estimate = {});

}  // namespace doorstroom
