#include "results/stats/morris.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {
namespace {

/// What is drawn of an input of a trajectory.
constexpr std::uint8_t lower_level = 0, direction = 1, turn = 2;

/// An input of a trajectory: its levels before and after its step, and when that comes.
struct Step {
  std::uint32_t before = 0;
  std::uint32_t after = 0;
  double turn = 0;
};

std::vector<Step> draw_steps(std::uint32_t trajectory, std::size_t inputs, std::uint32_t levels,
                             std::uint32_t seed) {
  std::vector<Step> steps(inputs);
  Address address{.source = hash32("morris"), .person = trajectory};
  for (Step& step : steps) {
    const auto draw = [&](std::uint8_t decision) {
      address.decision = decision;
      return uniform({seed, 0}, address);
    };
    const std::uint32_t lower_levels = levels / 2;
    step.before = static_cast<std::uint32_t>(draw(lower_level) * lower_levels);
    step.after = step.before + levels / 2;
    if (draw(direction) < 0.5) std::swap(step.before, step.after);
    step.turn = draw(turn);
    ++address.node;
  }
  return steps;
}

Trajectory walk(const std::vector<Step>& steps, std::uint32_t levels) {
  const auto coordinate = [&](std::uint32_t level) { return double(level) / (levels - 1); };
  Trajectory found;
  DesignPoint point;
  for (std::size_t input = 0; input < steps.size(); ++input) {
    point.push_back(coordinate(steps[input].before));
    found.changed.push_back(input);
  }
  std::ranges::sort(found.changed, [&](std::size_t a, std::size_t b) {
    return std::pair(steps[a].turn, a) < std::pair(steps[b].turn, b);
  });
  found.points.push_back(point);
  for (const std::size_t input : found.changed) {
    point[input] = coordinate(steps[input].after);
    found.points.push_back(point);
  }
  return found;
}

double mean_size(std::span<const std::vector<double>> effects,
                 std::span<const std::uint32_t> trajectories, std::size_t input) {
  Welford sizes;
  for (const std::uint32_t trajectory : trajectories)
    if (const double effect = effects[trajectory][input]; !std::isnan(effect))
      sizes.add(std::abs(effect));
  return sizes.mean();
}

}  // namespace

std::vector<Trajectory> morris_trajectories(std::uint32_t first, std::uint32_t count,
                                            std::size_t inputs, std::uint32_t levels,
                                            std::uint32_t seed) {
  DOORSTROOM_EXPECT(levels >= 2 && levels % 2 == 0);
  std::vector<Trajectory> trajectories;
  for (std::uint32_t i = 0; i < count; ++i)
    trajectories.push_back(walk(draw_steps(first + i, inputs, levels, seed), levels));
  return trajectories;
}

std::vector<double> elementary_effects(const Trajectory& trajectory,
                                       std::span<const double> outcomes) {
  DOORSTROOM_EXPECT(outcomes.size() == trajectory.points.size());
  std::vector<double> effects(trajectory.changed.size());
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const std::size_t input = trajectory.changed[i];
    const double step = trajectory.points[i + 1][input] - trajectory.points[i][input];
    effects[input] = (outcomes[i + 1] - outcomes[i]) / step;
  }
  return effects;
}

std::vector<MorrisMeasures> morris_measures(std::span<const std::vector<double>> effects,
                                            const BootstrapPlan& plan) {
  if (effects.empty()) return {};
  const std::size_t inputs = effects.front().size();
  const std::vector<Bounds> bounds = percentile_bootstrap(
      static_cast<std::uint32_t>(effects.size()),
      [&](std::span<const std::uint32_t> trajectories) {
        std::vector<double> sizes(inputs);
        for (std::size_t input = 0; input < inputs; ++input)
          sizes[input] = mean_size(effects, trajectories, input);
        return sizes;
      },
      plan);
  std::vector<MorrisMeasures> measures;
  for (std::size_t input = 0; input < inputs; ++input) {
    Welford signed_effects, sizes;
    for (const std::vector<double>& of : effects)
      if (!std::isnan(of[input])) {
        signed_effects.add(of[input]);
        sizes.add(std::abs(of[input]));
      }
    measures.push_back({signed_effects.count(), signed_effects.mean(), sizes.mean(), bounds[input],
                        std::sqrt(signed_effects.variance())});
  }
  return measures;
}

}  // namespace doorstroom
