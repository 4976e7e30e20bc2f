#include "results/stats/variance_function.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "results/stats/log_variance.hpp"

namespace doorstroom {

VarianceFunction::VarianceFunction(std::span<const PointMoments> points) {
  std::vector<PointMoments> usable;
  double mean_variance = 0;
  for (const PointMoments& point : points)
    if (point.count >= 2 && !std::isnan(point.mean)) usable.push_back(point);
  for (const PointMoments& point : usable)
    mean_variance += point.variance / static_cast<double>(usable.size());
  at_nil_ = -std::numeric_limits<double>::infinity();
  if (!(mean_variance > 0)) return;
  double x_mean = 0;
  double y_mean = 0;
  std::vector<double> logarithms;
  least_mean_ = most_mean_ = usable.front().mean;
  for (const PointMoments& point : usable) {
    logarithms.push_back(log_variance(point.variance, mean_variance, point.count - 1));
    x_mean += point.mean / static_cast<double>(usable.size());
    y_mean += logarithms.back() / static_cast<double>(usable.size());
    least_mean_ = std::min(least_mean_, point.mean);
    most_mean_ = std::max(most_mean_, point.mean);
  }
  double xx = 0;
  double xy = 0;
  for (std::size_t i = 0; i < usable.size(); ++i) {
    xx += (usable[i].mean - x_mean) * (usable[i].mean - x_mean);
    xy += (usable[i].mean - x_mean) * (logarithms[i] - y_mean);
  }
  slope_ = xx > 0 && usable.size() > 2 ? xy / xx : 0;
  at_nil_ = y_mean - slope_ * x_mean;
}

double VarianceFunction::at(double mean) const {
  return std::exp(at_nil_ + slope_ * std::clamp(mean, least_mean_, most_mean_));
}

}  // namespace doorstroom
