#include "results/attribution/sensitivity_of_sets.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/stats/variance_components.hpp"

namespace doorstroom {
namespace {

class SetsExperiment {
 public:
  SetsExperiment(const SetsQuestion& question, const Assumptions& assumptions,
                 Simulations& simulations)
      : question_(question),
        assumptions_(assumptions),
        simulations_(simulations),
        plans_(simulations.plans().size()),
        states_(states_of_sets(assumptions, question.sets, simulations.seed())) {}

  SensitivityOfSets answer(const OnEstimate& on_estimate) {
    const std::size_t planned = states_.size() * plans_ * question_.replications;
    if (planned > question_.at_most)
      throw input_error(
          message("--at-most {0} is too few: {1} sets with {2} replications are {3}\n  allow more, "
                  "or give fewer --replications",
                  question_.at_most, states_.size(), question_.replications, planned));
    simulate(1);
    simulations_.expect(static_cast<std::uint32_t>(planned));
    if (on_estimate) on_estimate(static_cast<std::uint32_t>(planned), question_.at_most);
    simulate(states_.size());
    SensitivityOfSets answer{question_.replications, plans_ > 1, {}};
    for (const ExplainedFigure& figure : question_.figures)
      answer.figures.push_back(of_figure(figure));
    return answer;
  }

 private:
  ReplicationRange replications_of(std::size_t state) const {
    return {static_cast<std::uint32_t>(state) * question_.replications, question_.replications};
  }
  Alternative alternative(std::size_t plan, std::size_t state) const {
    return {plan, assumptions_.sets_of(plan, states_[state].values)};
  }

  void simulate(std::size_t states) {
    std::vector<SimulationRequest> requests;
    for (std::size_t s = 0; s < states; ++s)
      for (std::size_t plan = 0; plan < plans_; ++plan)
        requests.push_back({alternative(plan, s), replications_of(s)});
    simulations_.run(requests);
  }

  /// Of a set: the figure by replication, or the difference that the variant makes in it.
  std::vector<double> outcomes_of(const ExplainedFigure& figure, std::size_t state) const {
    std::vector<double> values =
        figure.values(simulations_, alternative(0, state), replications_of(state));
    if (plans_ > 1)
      std::ranges::transform(
          figure.values(simulations_, alternative(1, state), replications_of(state)), values,
          values.begin(), std::minus{});
    return values;
  }

  FigureOverSets of_figure(const ExplainedFigure& figure) const {
    const std::vector<UncertainInput> inputs = assumptions_.inputs();
    std::vector<std::vector<double>> outcomes;
    std::vector<double> means;
    std::vector<DesignPoint> places;
    for (std::size_t s = 0; s < states_.size(); ++s) {
      outcomes.push_back(outcomes_of(figure, s));
      means.push_back(t_interval(outcomes.back()).mean);
      DesignPoint& place = places.emplace_back();
      for (const UncertainInput& input : inputs)
        place.push_back(states_[s].places[input.assumptions.front()]);
    }
    const VarianceComponents components = variance_components(outcomes, Seeds::own);
    const GivenDataShares shares = given_data_shares(places, means, {.seed = simulations_.seed()});
    FigureOverSets found{figure,
                         estimate_of(means),
                         components.noise_variance / components.total_variance,
                         shares.floor,
                         {}};
    for (std::size_t i = 0; i < inputs.size(); ++i)
      found.inputs.push_back({inputs[i].name, shares.inputs[i]});
    std::ranges::stable_sort(found.inputs, std::ranges::greater{}, [](const InputOverSets& input) {
      return std::isnan(input.share.share) ? -1 : input.share.share;
    });
    return found;
  }

  const SetsQuestion& question_;
  const Assumptions& assumptions_;
  Simulations& simulations_;
  std::size_t plans_;
  std::vector<WorldState> states_;
};

}  // namespace

SensitivityOfSets sensitivity_of_sets(const SetsQuestion& question, const Assumptions& assumptions,
                                      Simulations& simulations, const OnEstimate& on_estimate) {
  return SetsExperiment(question, assumptions, simulations).answer(on_estimate);
}

}  // namespace doorstroom
