#include "results/incidence.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace doorstroom {

std::vector<double> cumulative_incidence(std::vector<Episode> episodes, int cause,
                                         std::span<const double> at) {
  std::erase_if(episodes, [](const Episode& e) { return e.entry > 0 && e.entry >= e.end; });
  if (episodes.empty())
    return std::vector<double>(at.size(), std::numeric_limits<double>::quiet_NaN());

  std::sort(episodes.begin(), episodes.end(),
            [](const Episode& a, const Episode& b) { return a.end < b.end; });
  std::vector<double> late;
  for (const Episode& episode : episodes)
    if (episode.entry > 0) late.push_back(episode.entry);
  std::sort(late.begin(), late.end());

  std::vector<double> incidence;
  incidence.reserve(at.size());
  double still_waiting = 1;
  double ended = 0;
  std::size_t at_risk = episodes.size() - late.size();
  auto enters = late.begin();
  auto episode = episodes.begin();
  for (const double until : at) {
    while (episode != episodes.end() && episode->end <= until) {
      const double now = episode->end;
      for (; enters != late.end() && *enters < now; ++enters) ++at_risk;
      std::size_t by_cause = 0;
      std::size_t by_any = 0;
      std::size_t gone = 0;
      for (; episode != episodes.end() && episode->end == now; ++episode) {
        ++gone;
        if (episode->cause != Episode::censored) ++by_any;
        if (episode->cause == cause) ++by_cause;
      }
      const auto followed = static_cast<double>(at_risk);
      ended += still_waiting * static_cast<double>(by_cause) / followed;
      still_waiting *= 1 - static_cast<double>(by_any) / followed;
      at_risk -= gone;
    }
    incidence.push_back(ended);
  }
  return incidence;
}

}  // namespace doorstroom
