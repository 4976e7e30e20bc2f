#include "results/stats/outcome_line.hpp"

#include <algorithm>
#include <cmath>

#include "results/stats/intervals.hpp"

namespace doorstroom {

double OutcomeLine::place(double outcome) const {
  if (scale == OutcomeScale::logarithm) return std::log1p(outcome);
  if (scale == OutcomeScale::plain) return outcome;
  const double share = (count * outcome + 0.5) / (count + 1);
  return std::log(share / (1 - share));
}

double OutcomeLine::outcome(double place) const {
  if (scale == OutcomeScale::plain) return place;
  if (scale == OutcomeScale::logarithm) return within_range(std::expm1(place));
  const double share = 1 / (1 + std::exp(-place));
  return within_range(((count + 1) * share - 0.5) / count);
}

double OutcomeLine::slope(double outcome) const {
  if (scale == OutcomeScale::plain) return 1;
  if (scale == OutcomeScale::logarithm) return 1 / (1 + outcome);
  const double share = (count * outcome + 0.5) / (count + 1);
  return count / (count + 1) / (share * (1 - share));
}

double OutcomeLine::within_range(double outcome) const {
  if (scale == OutcomeScale::plain) return outcome;
  return scale == OutcomeScale::logit ? std::clamp(outcome, 0.0, 1.0) : std::max(outcome, 0.0);
}

OutcomeLine OutcomeLine::of(OutcomeScale scale, std::span<const std::vector<double>> outcomes) {
  OutcomeLine line{scale, 0};
  std::vector<double> counts;
  for (const std::vector<double>& of_point : outcomes) {
    Welford point;
    for (const double outcome : of_point) {
      if (outcome < 0 || (scale == OutcomeScale::logit && outcome > 1))
        line.scale = OutcomeScale::plain;
      point.add(outcome);
    }
    const double of_mean = point.variance() / static_cast<double>(point.count());
    if (of_mean > 0) counts.push_back(point.mean() * (1 - point.mean()) / of_mean);
    line.count = static_cast<double>(point.count());
  }
  if (line.scale != OutcomeScale::logit) return {line.scale, 0};
  std::ranges::sort(counts);
  if (!counts.empty()) line.count = std::max(line.count, counts[counts.size() / 2]);
  return line;
}

}  // namespace doorstroom
