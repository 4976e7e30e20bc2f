#include "results/stats/incidence.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace doorstroom {

namespace {

/// Times between which no episode is censored or enters late, the last of `at` included. Between
/// them the order of ends makes no difference, because the sum over moments telescopes.
class Spans {
 public:
  Spans(const std::vector<Episode>& episodes, std::span<const double> at)
      : edges_(at.begin(), at.end()) {
    const double last = at.empty() ? 0 : at.back();
    for (const Episode& episode : episodes) {
      if (episode.entry > 0 && episode.entry < last) edges_.push_back(episode.entry);
      if (episode.cause == Episode::censored && episode.end < last) edges_.push_back(episode.end);
    }
    std::sort(edges_.begin(), edges_.end());
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
  }

  std::size_t count() const { return edges_.size(); }
  /// The last time of a span.
  double end(std::size_t span) const { return edges_[span]; }
  /// The span that contains a time: the first that does not end before it; count() after the last.
  /// Without branches, because waits are unpredictable.
  std::size_t of(double time) const {
    if (edges_.empty() || time <= edges_.front()) return 0;  // as most do
    const double* first = edges_.data();
    for (std::size_t left = edges_.size(); left > 1; left -= left / 2)
      first += first[left / 2 - 1] < time ? left / 2 : 0;
    return static_cast<std::size_t>(first - edges_.data()) + (*first < time ? 1 : 0);
  }

 private:
  std::vector<double> edges_;
};

/// Episodes that end in one span, and changes at its end.
struct Counts {
  std::size_t ended = 0;   ///< by any cause
  std::size_t left = 0;    ///< censored at the end of the span
  std::size_t joined = 0;  ///< entered late at the end of the span
};

}  // namespace

std::vector<std::vector<double>> cumulative_incidences(const std::vector<Episode>& episodes,
                                                       int causes, std::span<const double> at) {
  const auto cause_count = static_cast<std::size_t>(causes);
  const Spans spans(episodes, at);
  std::vector<Counts> counts(spans.count() + 1);
  std::vector<std::size_t> by_cause(cause_count * counts.size());  // by span, then by cause
  std::size_t followed = 0;
  std::size_t at_risk = 0;
  for (const Episode& episode : episodes) {
    if (episode.entry > 0 && episode.entry >= episode.end) continue;
    ++followed;
    ++(episode.entry > 0 ? counts[spans.of(episode.entry)].joined : at_risk);
    const std::size_t span = spans.of(episode.end);
    if (episode.cause == Episode::censored) {
      ++counts[span].left;
      continue;
    }
    ++counts[span].ended;
    if (episode.cause <= causes)
      ++by_cause[span * cause_count + static_cast<std::size_t>(episode.cause - 1)];
  }
  if (followed == 0)
    return {cause_count, std::vector<double>(at.size(), std::numeric_limits<double>::quiet_NaN())};

  std::vector<std::vector<double>> incidence(cause_count);
  for (std::vector<double>& curve : incidence) curve.reserve(at.size());
  std::vector<double> reached(cause_count);
  double still_waiting = 1;
  auto next = at.begin();
  for (std::size_t span = 0; span < spans.count(); ++span) {
    const Counts& here = counts[span];
    if (here.ended > 0) {
      const auto exposed = static_cast<double>(at_risk);
      for (std::size_t cause = 0; cause < cause_count; ++cause)
        reached[cause] +=
            still_waiting * static_cast<double>(by_cause[span * cause_count + cause]) / exposed;
      still_waiting *= 1 - static_cast<double>(here.ended) / exposed;
    }
    at_risk = at_risk - here.ended - here.left + here.joined;
    for (; next != at.end() && *next == spans.end(span); ++next)
      for (std::size_t cause = 0; cause < cause_count; ++cause)
        incidence[cause].push_back(reached[cause]);
  }
  return incidence;
}

std::vector<double> cumulative_incidence(const std::vector<Episode>& episodes, int cause,
                                         std::span<const double> at) {
  return std::move(cumulative_incidences(episodes, cause, at).back());
}

}  // namespace doorstroom
