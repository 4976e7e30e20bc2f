#pragma once
/// Which assumption an answer goes along with, over the sets of inputs that a calibration left:
/// `doorstroom sensitivity --over DIR`. What agrees with what is known is no box: where one input
/// is high another must be low. Morris's trajectories would leave it, and Sobol' indices are
/// defined for inputs that do not depend on each other. So nothing is varied one at a time: every
/// set is simulated, with replications of its own, and the share of the variance that goes along
/// with each input is read off (given_data.hpp). It tells which measurement would tell most, not
/// what an input does by itself.

#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "results/attribution/explained_figure.hpp"
#include "results/experiment/simulations.hpp"
#include "results/experiment/states_of_world.hpp"
#include "results/stats/given_data.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

struct SetsQuestion {
  std::vector<ExplainedFigure> figures;
  CalibratedSets sets;
  std::uint32_t replications = 10;  ///< of each set
  std::uint32_t at_most = 20'000;   ///< replications
};

struct InputOverSets {
  std::string path;  ///< name of the input
  GivenDataShare share;
};

struct FigureOverSets {
  ExplainedFigure figure;
  Estimate outcomes;                  ///< of the means of the sets
  double noise_share = 0;             ///< of their variance; NaN below two replications
  double floor = 0;                   ///< a share below it is not told from none
  std::vector<InputOverSets> inputs;  ///< the largest share first
};

struct SensitivityOfSets {
  std::uint32_t replications = 0;  ///< of each set
  bool is_of_difference = false;
  std::vector<FigureOverSets> figures;
};

/// @param assumptions  of the plans of the simulations: the base, and the variant if there is one
/// @param simulations  that keep kpis_of(question.figures)
/// @throws InputError when the sets know none of the assumptions, or at_most is too few
/// @throws RunError, Interrupted as run_replications()
SensitivityOfSets sensitivity_of_sets(const SetsQuestion& question, const Assumptions& assumptions,
                                      Simulations& simulations, const OnEstimate& on_estimate = {});

/// @param width  of a line [character]
std::string sensitivity_of_sets_text(const SetsQuestion& question, const SensitivityOfSets& answer,
                                     const Assumptions& assumptions, const Simulations& simulations,
                                     Language language, std::size_t width);
/// @param seconds  that it took
std::string sensitivity_of_sets_json(const SetsQuestion& question, const SensitivityOfSets& answer,
                                     const Assumptions& assumptions, const Simulations& simulations,
                                     double seconds);
/// /shares.
std::vector<Table> sensitivity_of_sets_tables(const SensitivityOfSets& answer);

}  // namespace doorstroom
