#include "results/stats/variance_components.hpp"

#include <algorithm>
#include <cmath>

namespace doorstroom {
namespace {

using Points = std::vector<std::vector<double>>;

Welford summed(const std::vector<double>& values) {
  Welford sum;
  for (const double value : values) sum.add(value);
  return sum;
}

/// Drops NaN, and points with fewer than two values.
Points with_data(std::span<const std::vector<double>> differences) {
  Points points;
  for (std::vector<double> point : differences) {
    std::erase_if(point, [](double value) { return std::isnan(value); });
    if (point.size() >= 2) points.push_back(std::move(point));
  }
  return points;
}

/// Drops points with fewer than two values, then replications that not all points have.
Points with_shared_data(std::span<const std::vector<double>> differences) {
  const auto has = [](const std::vector<double>& point, std::size_t replication) {
    return replication < point.size() && !std::isnan(point[replication]);
  };
  Points points;
  std::size_t longest = 0;
  for (const std::vector<double>& point : differences) {
    if (std::ranges::count_if(point, [](double value) { return !std::isnan(value); }) < 2) continue;
    points.push_back(point);
    longest = std::max(longest, point.size());
  }
  Points shared(points.size());
  for (std::size_t r = 0; r < longest; ++r) {
    if (!std::ranges::all_of(points, [&](const auto& point) { return has(point, r); })) continue;
    for (std::size_t j = 0; j < points.size(); ++j) shared[j].push_back(points[j][r]);
  }
  return shared.empty() || shared.front().size() < 2 ? Points{} : shared;
}

/// Noise when each point has its own seeds. The variance of the mean over points is the sum of
/// theirs divided by m^2, with the sum of their degrees of freedom.
void estimate_own_noise(const Points& points, double confidence, VarianceComponents& spread) {
  double variances = 0;
  std::uint64_t degrees = 0;
  for (const std::vector<double>& point : points) {
    const Welford of = summed(point);
    variances += of.variance() / static_cast<double>(of.count());
    degrees += of.count() - 1;
  }
  const auto m = static_cast<double>(points.size());
  spread.noise_variance = variances / m;
  const double half = t_quantile(degrees + 1, confidence) * std::sqrt(variances) / m;
  spread.mean.low = spread.mean.mean - half;
  spread.mean.high = spread.mean.mean + half;
}

/// Noise when points share seeds: what point and replication do not explain.
void estimate_shared_noise(const Points& points, double confidence, VarianceComponents& spread) {
  const std::size_t replications = points.front().size();
  Welford over_points;  // of each replication, the mean over points
  std::vector<double> of_replication(replications);
  for (std::size_t r = 0; r < replications; ++r) {
    Welford across;
    for (const std::vector<double>& point : points) across.add(point[r]);
    of_replication[r] = across.mean();
    over_points.add(across.mean());
  }
  double squares = 0;
  for (const std::vector<double>& point : points) {
    const double mean = summed(point).mean();
    for (std::size_t r = 0; r < replications; ++r) {
      const double left = point[r] - mean - of_replication[r] + spread.mean.mean;
      squares += left * left;
    }
  }
  const auto r = static_cast<double>(replications);
  const double degrees = (static_cast<double>(points.size()) - 1) * (r - 1);
  spread.noise_variance = degrees > 0 ? squares / degrees / r : no_number;
  spread.mean = t_interval(over_points, confidence);
}

}  // namespace

VarianceComponents variance_components(std::span<const std::vector<double>> differences,
                                       Seeds seeds, double confidence) {
  const Points points =
      seeds == Seeds::shared ? with_shared_data(differences) : with_data(differences);
  std::vector<double> means;
  for (const std::vector<double>& point : points) means.push_back(summed(point).mean());
  const Welford over_points = summed(means);

  VarianceComponents spread;
  spread.points = points.size();
  spread.mean = {over_points.mean(), no_number, no_number, points.size()};
  spread.total_variance = over_points.variance();
  spread.noise_variance = no_number;
  if (!points.empty())
    (seeds == Seeds::shared ? estimate_shared_noise : estimate_own_noise)(points, confidence,
                                                                          spread);
  spread.mean.count = points.size();
  const double between = spread.total_variance - spread.noise_variance;
  spread.between_variance = between < 0 ? 0 : between;

  std::sort(means.begin(), means.end());
  spread.least = quantile(means, 0);
  spread.p10 = quantile(means, 0.1);
  spread.p50 = quantile(means, 0.5);
  spread.p90 = quantile(means, 0.9);
  spread.most = quantile(means, 1);
  return spread;
}

}  // namespace doorstroom
