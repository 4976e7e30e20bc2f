#include "results/attribution/sensitivity.hpp"
#include "results/experiment/states_of_world.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "engine/error.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

constexpr std::uint32_t grid_levels = 4;

/// A point of a design: where each input stands, and which replications it gets.
struct InputPoint {
  std::vector<std::pair<std::size_t, double>> places;  ///< input, place in [0, 1]
  ReplicationRange replications;
};

/// For an order that NaN must not disturb.
double or_least(double value) {
  return std::isnan(value) ? -1 : value;
}

class SensitivityExperiment {
 public:
  SensitivityExperiment(const SensitivityQuestion& question, const Assumptions& assumptions,
                        Simulations& simulations, std::size_t plans)
      : question_(question),
        assumptions_(assumptions),
        simulations_(simulations),
        plans_(plans),
        inputs_(assumptions.inputs()) {
    check_anything_varies(assumptions, simulations.scenario(0).name);
    replications_ = affordable();
  }

  SensitivityAnswer answer(const OnEstimate& on_estimate) {
    const std::vector<std::vector<InputPoint>> walks = trajectory_points();
    simulate({walks.front()});
    const std::uint32_t later = question_.rows * row_cost();
    const std::uint32_t about =
        simulations_.replications() + simulations_.missing(requests_for(walks)) + later;
    if (on_estimate) on_estimate(about, question_.at_most);
    simulations_.expect(about);
    simulate(walks);
    SensitivityAnswer answer{replications_, plans_ > 1, {}};
    for (const ExplainedFigure& figure : question_.figures) {
      Sensitivity& found = answer.figures.emplace_back(
          Sensitivity{figure, {}, {}, {}, no_number, {no_number, no_number}, {}});
      add_effects(walks, found);
      add_shares(found);
    }
    return answer;
  }

 private:
  /// The dummy input comes after all others.
  std::size_t dummy() const { return inputs_.size(); }
  std::uint32_t chosen_at_most() const {
    return static_cast<std::uint32_t>(std::min<std::size_t>(question_.inputs, inputs_.size()));
  }
  /// Replications that a row takes at most, with so many at each point.
  std::uint32_t row_cost(std::uint32_t replications) const {
    return static_cast<std::uint32_t>(plans_) * replications * (chosen_at_most() + 3);
  }
  std::uint32_t row_cost() const { return row_cost(replications_); }

  std::uint32_t affordable() const {
    const auto cost = [&](std::uint32_t replications) {
      const std::uint64_t points = inputs_.size() + 2;
      return question_.trajectories * points * plans_ * replications +
             std::uint64_t{question_.rows} * row_cost(replications) * question_.figures.size();
    };
    std::uint32_t replications = question_.replications;
    while (replications > 0 && cost(replications) > question_.at_most) --replications;
    if (replications == 0)
      throw input_error(
          message("--at-most {0} is too few: {1} inputs take up to {2} replications\n  allow more, "
                  "or ask for fewer --rows or --inputs",
                  question_.at_most, inputs_.size(), cost(1)));
    return replications;
  }

  /// The replications of a trajectory or row; those of the dummy input are others.
  ReplicationRange replications_of(std::uint32_t first, std::uint32_t number, bool others) const {
    return {first + (2 * number + (others ? 1 : 0)) * replications_, replications_};
  }

  std::vector<std::vector<InputPoint>> trajectory_points() {
    trajectories_ = morris_trajectories(0, question_.trajectories, inputs_.size() + 1, grid_levels,
                                        simulations_.seed());
    std::vector<std::vector<InputPoint>> walks;
    for (std::uint32_t number = 0; number < trajectories_.size(); ++number) {
      std::vector<InputPoint>& walk = walks.emplace_back();
      for (const DesignPoint& point : trajectories_[number].points) {
        InputPoint& at = walk.emplace_back();
        for (std::size_t input = 0; input < inputs_.size(); ++input)
          at.places.emplace_back(input, point[input]);
        at.replications = replications_of(0, number, point[dummy()] > 0.5);
      }
    }
    return walks;
  }

  /// Rows for some inputs: A, B, AB of each, and A with the dummy's replications.
  std::vector<std::vector<InputPoint>> row_points(const std::vector<std::size_t>& chosen) const {
    std::vector<std::vector<InputPoint>> rows;
    std::uint32_t number = 0;
    for (const auto& points :
         saltelli_rows(0, question_.rows, chosen.size(), simulations_.seed())) {
      std::vector<InputPoint>& row = rows.emplace_back();
      for (const DesignPoint& point : points) {
        InputPoint& at = row.emplace_back();
        for (std::size_t i = 0; i < chosen.size(); ++i) at.places.emplace_back(chosen[i], point[i]);
        at.replications = replications_of(first_fresh, number, false);
      }
      row.push_back(row.front());
      row.back().replications = replications_of(first_fresh, number, true);
      ++number;
    }
    return rows;
  }

  Alternative alternative(std::size_t plan, const InputPoint& point) const {
    Alternative found{plan, {}};
    for (const auto& [input, place] : point.places)
      for (const std::size_t i : inputs_[input].assumptions) {
        const Assumption& assumption = assumptions_.varied[i];
        const std::string value =
            assumption.factor.value_at(std::min(place, std::nextafter(1.0, 0.0)));
        for (const std::string& path : assumption.paths[plan])
          found.sets.push_back(path + "=" + value);
      }
    return found;
  }

  std::vector<SimulationRequest> requests_for(
      const std::vector<std::vector<InputPoint>>& series) const {
    std::vector<SimulationRequest> requests;
    for (const std::vector<InputPoint>& points : series)
      for (const InputPoint& point : points)
        for (std::size_t plan = 0; plan < plans_; ++plan)
          requests.push_back({alternative(plan, point), point.replications});
    return requests;
  }
  void simulate(const std::vector<std::vector<InputPoint>>& series) {
    simulations_.run(requests_for(series));
  }

  /// Mean over replications of the figure, or of the difference that the variant makes in it.
  double outcome(const ExplainedFigure& figure, const InputPoint& point) const {
    std::vector<double> values =
        figure.values(simulations_, alternative(0, point), point.replications);
    if (plans_ > 1)
      std::ranges::transform(figure.values(simulations_, alternative(1, point), point.replications),
                             values, values.begin(), std::minus{});
    return t_interval(values).mean;
  }

  std::vector<double> outcomes(const ExplainedFigure& figure,
                               const std::vector<InputPoint>& points) const {
    std::vector<double> found;
    for (const InputPoint& point : points) found.push_back(outcome(figure, point));
    return found;
  }

  void add_effects(const std::vector<std::vector<InputPoint>>& walks, Sensitivity& found) const {
    std::vector<std::vector<double>> effects;
    for (std::size_t number = 0; number < walks.size(); ++number)
      effects.push_back(
          elementary_effects(trajectories_[number], outcomes(found.figure, walks[number])));
    const std::vector<MorrisMeasures> measures =
        morris_measures(effects, {.seed = simulations_.seed()});
    for (std::size_t input = 0; input < inputs_.size(); ++input)
      found.effects.push_back({inputs_[input].name, measures[input]});
    std::ranges::stable_sort(found.effects, std::ranges::greater{}, [](const InputEffect& effect) {
      return or_least(effect.measures.mu_star);
    });
    found.noise = measures[dummy()];
  }

  /// The inputs with the largest effects above the floor of noise.
  std::vector<std::size_t> chosen(const Sensitivity& found) const {
    std::vector<std::size_t> chosen;
    for (const InputEffect& effect : found.effects)
      if (effect.measures.mu_star > found.noise.mu_star && chosen.size() < chosen_at_most())
        chosen.push_back(static_cast<std::size_t>(
            std::ranges::find(inputs_, effect.path, &UncertainInput::name) - inputs_.begin()));
    std::ranges::sort(chosen);
    return chosen;
  }

  void add_shares(Sensitivity& found) {
    const std::vector<std::size_t> few = chosen(found);
    if (few.empty()) return;
    const std::vector<std::vector<InputPoint>> rows = row_points(few);
    simulate(rows);
    std::vector<std::vector<double>> of_rows;
    std::vector<double> at_points;
    for (const std::vector<InputPoint>& row : rows) {
      of_rows.push_back(outcomes(found.figure, row));
      at_points.insert(at_points.end(), of_rows.back().begin(), of_rows.back().begin() + 2);
    }
    const std::vector<SobolIndices> indices =
        sobol_indices(of_rows, RowLuck::shared, {.seed = simulations_.seed()});
    for (std::size_t i = 0; i < few.size(); ++i)
      found.shares.push_back({inputs_[few[i]].name, indices[i]});
    std::ranges::stable_sort(found.shares, std::ranges::greater{},
                             [](const InputShare& share) { return or_least(share.indices.total); });
    found.noise_floor = indices.back().total;
    found.noise_floor_bounds = indices.back().total_bounds;
    found.outcomes = estimate_of(at_points);
  }

  const SensitivityQuestion& question_;
  const Assumptions& assumptions_;
  Simulations& simulations_;
  std::size_t plans_;
  std::vector<UncertainInput> inputs_;
  std::vector<Trajectory> trajectories_;
  std::uint32_t replications_ = 0;
};

}  // namespace

SensitivityAnswer sensitivity(const SensitivityQuestion& question, const Assumptions& assumptions,
                              Simulations& simulations, const OnEstimate& on_estimate) {
  const std::size_t plans =
      assumptions.varied.empty() ? 1 : assumptions.varied.front().paths.size();
  return SensitivityExperiment(question, assumptions, simulations, plans).answer(on_estimate);
}

}  // namespace doorstroom
