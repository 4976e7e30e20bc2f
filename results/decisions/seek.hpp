#pragma once
/// The smallest capacity that meets a target: `doorstroom seek`. One capacity is searched for by
/// halves (capacity_search.hpp); of two or three, the cheapest combination that meets every target
/// is looked for (seek_combinations.cpp). The answer is then judged by fresh replications, that had
/// no part in finding it.
///
/// Over states of the world (states_of_world.hpp) the replications are spread over them
/// (spread_simulations.hpp). The answer is then the smallest capacity with which the mean over the
/// states meets the targets; in some of them it may not, so the share of states in which it does is
/// told beside it. With a chance that is asked for it is that of a future in one of the states. So
/// three things stay apart: noise, in the intervals; what the states differ by; and what single
/// futures bring.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/loading/assumptions.hpp"
#include "models/messages/message.hpp"
#include "results/decisions/knob.hpp"
#include "results/experiment/constraint.hpp"
#include "results/experiment/simulations.hpp"
#include "results/experiment/states_of_world.hpp"
#include "results/stats/capacity_search.hpp"
#include "results/stats/paired.hpp"

namespace doorstroom {

/// The states of the world over which the replications of a search are spread.
struct SeekStates {
  Assumptions assumptions;
  std::vector<std::vector<std::string>> sets;  ///< by state: "PATH=VALUE"
  std::optional<CalibratedSets> calibrated;    ///< what they are; none: drawn from the ranges

  /// @param knobs  capacities that are sought, and keep out of the states
  /// @throws InputError when nothing else can be varied
  static SeekStates of(const ScenarioTree& base, const std::vector<Knob>& knobs,
                       std::optional<CalibratedSets> calibrated);
};

/// What is asked.
struct SeekQuestion {
  std::vector<Knob> knobs;              ///< one to three
  std::vector<Constraint> constraints;  ///< at least one
  /// The share of single futures that must meet every target, 0 < share < 1; none: the mean must.
  std::optional<double> chance;
  KpiName minimise;                    ///< of several combinations that meet the targets
  std::uint32_t at_most = 20'000;      ///< replications
  bool one_pool = true;                ///< tells what one pool would need, where there are sites
  std::optional<SeekStates> states{};  ///< none: all is as the scenario has it

  /// The key figures that seek() needs: of the targets, the one to minimise, and the lists.
  std::vector<KpiName> kpis(const Scenario& base) const;
};

/// A value of each knob, by index.
using Combination = std::vector<std::size_t>;

/// What was looked at, and found.
struct TriedCombination {
  Combination values;
  Judgement judgement;            ///< margins are those of the targets, or of the chance
  std::vector<Interval> figures;  ///< of each target's key figure, 95%, in its unit
};

/// A target, as fresh replications of the answer show it.
struct ConstraintAnswer {
  Estimate figure;  ///< in the unit of the key figure
  /// Of the means of the states; NaN without any.
  Estimate states{{no_number, no_number, no_number, 0}, no_number, no_number};
  bool met = false;  ///< whether the mean meets the target, to within the indifference
};

/// In how many states of the world the answer meets every target in the mean.
struct StatesAnswer {
  double met_share = 0;
  double open_share = 0;  ///< of states of which noise leaves it open
};

/// What a funder pays [EUR/year]: now, and with the answer.
struct FunderAnswer {
  std::string funder;
  PairedDifference paid;
};

/// A list that grows over the years where the targets are not met.
struct GrowingList {
  std::string node;
  Interval first;   ///< mean number waiting in the first year
  Interval growth;  ///< from the first year to the last
};

struct SeekAnswer {
  std::optional<Combination> answer;  ///< none: no value meets the targets
  /// Of one knob: below it, the targets are missed.
  std::optional<std::size_t> answer_low;
  std::vector<TriedCombination> tried;  ///< ascending
  std::optional<std::pair<std::size_t, std::size_t>> not_monotone;
  /// Of several knobs: combinations whose figure to minimise cannot be told from the answer's.
  std::vector<Combination> as_good;

  Combination best_seen;                    ///< the answer, else what came nearest to the targets
  std::uint32_t fresh = 0;                  ///< replications that judge it
  std::vector<ConstraintAnswer> confirmed;  ///< by target
  std::optional<StatesAnswer> in_states{};  ///< where there are states
  Interval met_chance;                      ///< share of single futures that meet all targets
  std::vector<FunderAnswer> funders;        ///< who pay anything
  PairedDifference bill;                    ///< all of them [EUR/year]: now, and with best_seen
  std::vector<GrowingList> held_back;       ///< without an answer: where lists grow most
  /// Where the knob is of sites with lists of their own: what one pool would need.
  std::optional<std::size_t> one_pool;
  bool has_sites = false;
};

/// @param simulations  of one plan, that keep question.kpis()
/// @throws InputError when a combination of values is no valid scenario
/// @throws RunError, Interrupted as run_replications()
SeekAnswer seek(const SeekQuestion& question, Simulations& simulations,
                const OnEstimate& on_estimate = {});

}  // namespace doorstroom
