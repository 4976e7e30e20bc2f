#include "results/incidence.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace doorstroom {

std::vector<std::vector<double>> cumulative_incidences(std::vector<Episode> episodes, int causes,
                                                       std::span<const double> at) {
  const auto told = static_cast<std::size_t>(causes);
  std::erase_if(episodes, [](const Episode& e) { return e.entry > 0 && e.entry >= e.end; });
  if (episodes.empty())
    return {told, std::vector<double>(at.size(), std::numeric_limits<double>::quiet_NaN())};

  // Most of the time goes into sorting: who ended at once, or after the last time, needs none.
  const double last = at.empty() ? 0 : at.back();
  const auto later =
      std::partition(episodes.begin(), episodes.end(), [](const Episode& e) { return e.end <= 0; });
  const auto beyond =
      std::partition(later, episodes.end(), [last](const Episode& e) { return e.end <= last; });
  std::sort(later, beyond, [](const Episode& a, const Episode& b) { return a.end < b.end; });
  std::vector<double> late;
  for (const Episode& episode : episodes)
    if (episode.entry > 0) late.push_back(episode.entry);
  std::sort(late.begin(), late.end());

  std::vector<std::vector<double>> incidence(told);
  for (std::vector<double>& curve : incidence) curve.reserve(at.size());
  std::vector<double> ended(told);
  std::vector<std::size_t> by_cause(told);
  double still_waiting = 1;
  std::size_t at_risk = episodes.size() - late.size();
  auto enters = late.begin();
  auto episode = episodes.begin();
  for (const double until : at) {
    while (episode != episodes.end() && episode->end <= until) {
      const double now = episode->end;
      for (; enters != late.end() && *enters < now; ++enters) ++at_risk;
      std::fill(by_cause.begin(), by_cause.end(), 0);
      std::size_t by_any = 0;
      std::size_t gone = 0;
      for (; episode != episodes.end() && episode->end == now; ++episode) {
        ++gone;
        if (episode->cause == Episode::censored) continue;
        ++by_any;
        if (episode->cause <= causes) ++by_cause[static_cast<std::size_t>(episode->cause - 1)];
      }
      const auto followed = static_cast<double>(at_risk);
      for (std::size_t cause = 0; cause < told; ++cause)
        ended[cause] += still_waiting * static_cast<double>(by_cause[cause]) / followed;
      still_waiting *= 1 - static_cast<double>(by_any) / followed;
      at_risk -= gone;
    }
    for (std::size_t cause = 0; cause < told; ++cause) incidence[cause].push_back(ended[cause]);
  }
  return incidence;
}

std::vector<double> cumulative_incidence(std::vector<Episode> episodes, int cause,
                                         std::span<const double> at) {
  return std::move(cumulative_incidences(std::move(episodes), cause, at).back());
}

}  // namespace doorstroom
