#include "results/calibration/matched_target.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "results/figures/outcome_scale.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {
namespace {

/// The outcomes that are numbers, of points that have some.
std::vector<std::vector<double>> with_data(const std::vector<std::vector<double>>& outcomes) {
  std::vector<std::vector<double>> found;
  for (std::vector<double> of_point : outcomes) {
    std::erase_if(of_point, [](double value) { return std::isnan(value); });
    if (!of_point.empty()) found.push_back(std::move(of_point));
  }
  return found;
}

VarianceFunction variance_on(const OutcomeLine& line,
                             const std::vector<std::vector<double>>& outcomes) {
  std::vector<PointMoments> on_line;
  for (const std::vector<double>& of_point : outcomes) {
    const PointMoments moments = moments_of(of_point);
    const double slope = line.slope(moments.mean);
    on_line.push_back({line.place(moments.mean), moments.variance * slope * slope, moments.count});
  }
  return VarianceFunction(on_line);
}

double square(double value) {
  return value * value;
}

Observation observation_on(const OutcomeLine& line, const VarianceFunction& variance,
                           const Target& target) {
  constexpr double deviations = 4;  // from one end of the range to the other
  const double low = line.place(line.within_range(target.low));
  const double high = line.place(line.within_range(target.high));
  Observation observation;
  observation.value = target.value ? line.place(*target.value) : (low + high) / 2;
  observation.variance = square((high - low) / deviations);
  observation.discrepancy_variance =
      square(target.discrepancy / 2 * line.slope(line.outcome(observation.value)));
  observation.future_variance = variance.at(observation.value);
  return observation;
}

}  // namespace

PointMoments moments_of(const std::vector<double>& outcomes) {
  Welford sample;
  for (const double value : outcomes)
    if (!std::isnan(value)) sample.add(value);
  return {sample.mean(), sample.count() < 2 ? 0 : sample.variance(), sample.count()};
}

MatchedTarget::MatchedTarget(const Target& target, const KpiName& kpi,
                             const std::vector<std::vector<double>>& outcomes)
    : line_(OutcomeLine::of(outcome_scale(kpi.definition()), with_data(outcomes))),
      variance_(variance_on(line_, with_data(outcomes))),
      observation_(observation_on(line_, variance_, target)) {}

double MatchedTarget::noise(const PointMoments& simulated) const {
  return variance_.at(place(simulated)) / static_cast<double>(simulated.count);
}

double MatchedTarget::implausibility_of(const PointMoments& simulated) const {
  if (std::isnan(simulated.mean)) return implausibility(observation_, simulated.mean, 0);
  return implausibility(observation_, place(simulated), noise(simulated));
}

std::optional<TargetEmulator> TargetEmulator::fit(const MatchedTarget& target,
                                                  const std::vector<DesignPoint>& points,
                                                  const std::vector<PointMoments>& simulated) {
  GaussianProcessData data;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (std::isnan(simulated[i].mean)) continue;
    data.points.push_back(points[i]);
    data.values.push_back(target.place(simulated[i]));
    data.noise.push_back(target.noise(simulated[i]));
  }
  if (data.points.empty() || data.points.size() <= data.points.front().size() + 2)
    return std::nullopt;
  return TargetEmulator(target.observation(), GaussianProcess(std::move(data)));
}

TargetEmulator::TargetEmulator(const Observation& observation, GaussianProcess surface)
    : observation_(observation), surface_(std::move(surface)) {
  constexpr double within = 1.96;  // standard deviations, of 95%
  const std::vector<Prediction> others = surface_.without_each();
  const std::vector<double>& values = surface_.data().values;
  double squares = 0;
  double covered = 0;
  for (std::size_t i = 0; i < others.size(); ++i) {
    const double distance = square(values[i] - others[i].mean);
    squares += others[i].variance > 0 ? distance / others[i].variance : 0;
    covered += distance <= square(within) * others[i].variance ? 1 : 0;
  }
  const auto count = static_cast<double>(others.size());
  covered_ = covered / count;
  raised_ = std::max(1.0, squares / count);
}

double TargetEmulator::implausibility_at(std::span<const double> point) const {
  const Prediction there = surface_.at(point);
  return implausibility(observation_, there.mean, raised_ * there.variance);
}

}  // namespace doorstroom
