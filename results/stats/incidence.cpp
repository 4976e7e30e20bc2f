#include "results/stats/incidence.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace doorstroom {

IncidenceCounts::IncidenceCounts(int causes, std::span<const double> at)
    : causes_(static_cast<std::size_t>(causes)),
      at_(at),
      last_(at.empty() ? 0 : at.back()),
      edges_(at.begin(), at.end()) {}

void IncidenceCounts::prepare() {
  std::sort(edges_.begin(), edges_.end());
  edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
  counts_.resize(edges_.size() + 1);
  by_cause_.resize(causes_ * counts_.size());
}

Incidences IncidenceCounts::incidences() const {
  if (followed_ == 0)
    return {causes_, std::vector<double>(at_.size(), std::numeric_limits<double>::quiet_NaN())};

  Incidences incidences(causes_);
  for (std::vector<double>& curve : incidences) curve.reserve(at_.size());
  std::vector<double> reached(causes_);
  std::size_t at_risk = at_risk_;
  double still_waiting = 1;
  auto next = at_.begin();
  for (std::size_t span = 0; span < edges_.size(); ++span) {
    const Counts& here = counts_[span];
    if (here.ended > 0) {
      const auto exposed = static_cast<double>(at_risk);
      for (std::size_t cause = 0; cause < causes_; ++cause)
        reached[cause] +=
            still_waiting * static_cast<double>(by_cause_[span * causes_ + cause]) / exposed;
      still_waiting *= 1 - static_cast<double>(here.ended) / exposed;
    }
    at_risk = at_risk - here.ended - here.left + here.joined;
    for (; next != at_.end() && *next == edges_[span]; ++next)
      for (std::size_t cause = 0; cause < causes_; ++cause)
        incidences[cause].push_back(reached[cause]);
  }
  return incidences;
}

Incidences cumulative_incidences(const std::vector<Episode>& episodes, int causes,
                                 std::span<const double> at) {
  return incidences_of(causes, at, [&episodes](auto add) {
    for (const Episode& episode : episodes) add(episode);
  });
}

std::vector<double> cumulative_incidence(const std::vector<Episode>& episodes, int cause,
                                         std::span<const double> at) {
  return std::move(cumulative_incidences(episodes, cause, at).back());
}

}  // namespace doorstroom
