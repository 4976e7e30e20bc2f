#pragma once
/// Which plan holds up if our guesses are wrong: `doorstroom choose`. Every plan is simulated in
/// many states of the world (states_of_world.hpp), each a value for every uncertain input: drawn
/// from the ranges of `evidence`, or the sets that a calibration left. Within a state all plans
/// have the same seeds; each state has replications of its own, so noise does not bind the states
/// together.
///
/// Regret is how much better the best plan of a state would have been. The plan that seems best is
/// best partly by luck, so it is picked on half of the state's replications and valued on the other
/// half, both ways round.
///
/// A target is met in a state when the plan's mean there lies beyond it by more than noise, with
/// the variance within states pooled over all states of the plan; states that noise leaves open are
/// counted apart. Where a plan fails is told in one or two inputs (patient_rule.hpp), only if
/// chance makes no box as good and the box holds in fresh states; of sets there are no others, so
/// there it must hold in fresh replications of the same.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/loading/assumptions.hpp"
#include "results/decisions/seek.hpp"
#include "results/experiment/constraint.hpp"
#include "results/experiment/simulations.hpp"
#include "results/experiment/states_of_world.hpp"
#include "results/stats/patient_rule.hpp"

namespace doorstroom {

/// A key figure by which plans are judged.
struct Criterion {
  KpiName kpi;                       ///< has a preferred direction
  std::optional<Constraint> target;  ///< none: only the figure itself counts

  /// @param text  a key figure, or a target as Constraint::parse() reads it
  static Criterion parse(const std::string& text, const Scenario& scenario);

  bool lower_is_better() const { return kpi.definition().preferred == PreferredDirection::lower; }
};

struct ChoiceQuestion {
  std::vector<Criterion> criteria;
  std::uint32_t states = 200;
  std::uint32_t replications = 4;  ///< of each plan in each state; even
  std::uint32_t fresh_states = 60;
  std::optional<CalibratedSets> sets{};  ///< the states, at most `states` of them; none: ranges
  std::uint32_t at_most = 20'000;        ///< replications

  std::vector<KpiName> kpis() const;
};

/// Where a plan fails its target: the inputs in its box, and what was seen in fresh states.
struct Failures {
  FailureBox box;    ///< as found
  FailureBox fresh;  ///< coverage and density in fresh states
};

/// One plan by one criterion.
struct PlanFigure {
  std::size_t plan = 0;
  std::size_t criterion = 0;
  Interval mean{};         ///< over states, with simulation noise only
  double worst_tenth = 0;  ///< in a tenth of the states it is as bad as this, or worse
  double best_tenth = 0;   ///< in a tenth of the states it is as good as this, or better
  double regret_mean = 0;
  double regret_max = 0;
  std::optional<double> met_share{};   ///< of states in which the target is met; none: no target
  std::optional<double> open_share{};  ///< of states of which noise leaves it open
  std::optional<Failures> fails_where{};
};

struct PlansCompared {
  Assumptions assumptions;
  std::vector<PlanFigure> figures;  ///< by plan, then by criterion
  std::vector<bool> not_beaten;  ///< by plan: no other is as good on all figures and better on one
  std::uint32_t states = 0;
};

/// @param simulations  of the plans, the base first, that keep question.kpis()
/// @throws InputError when there is nothing to vary, the budget is too small, or values drawn
///         together make an invalid scenario
/// @throws RunError, Interrupted as run_replications()
PlansCompared compare_plans(const ChoiceQuestion& question, Simulations& simulations,
                            const OnEstimate& on_estimate = {});

}  // namespace doorstroom
