#pragma once
/// Cumulative incidence of competing ends by Aalen and Johansen (Scandinavian Journal of Statistics
/// 5:141, 1978): for instance the share that has entered within time t, while others give up, grow
/// too old or still wait.
///
///     F(t) = sum over moments u <= t of S(u-) d_cause(u) / n(u)
///     S(u) = S(u-) (1 - d_any(u) / n(u))
///
/// with d the ends at a moment, n the youths at risk, and S the share that has not ended.
///
/// A youth who still waits at the horizon is censored. A youth who was already listed when counting
/// began enters late (delayed entry): at risk only from the time already waited. At equal times,
/// ends come before censorings, and a youth who enters late at that time is not yet at risk.

#include <cstddef>
#include <span>
#include <vector>

namespace doorstroom {

/// One wait, in time since asking.
struct Episode {
  static constexpr int censored = 0;

  double entry = 0;      ///< at risk from then on; 0: from the start, time 0 included [day]
  double end = 0;        ///< [day]
  int cause = censored;  ///< how it ended: 1, 2, ...
};

/// Shares that end by each of a number of causes within each of a number of times: [cause -
/// 1][time]. NaN without episodes. After the longest episode the last value holds.
using Incidences = std::vector<std::vector<double>>;

/// Counts episodes by the span of time in which they end, and keeps none of them. Each episode is
/// added twice: first its edges, and when the edges of all are known, the episode itself.
///
/// Within a span no episode is censored or enters late. There the order of ends makes no
/// difference, because the sum over moments telescopes.
class IncidenceCounts {
 public:
  /// @param causes  those that have a curve: 1 to `causes`; causes above them compete
  /// @param at      ascending; outlives the object [day]
  IncidenceCounts(int causes, std::span<const double> at);

  /// Adds the ends of spans that the episode brings.
  void add_edges(const Episode& episode) {
    if (episode.entry > 0 && episode.entry < last_) edges_.push_back(episode.entry);
    if (episode.cause == Episode::censored && episode.end < last_) edges_.push_back(episode.end);
  }
  /// Called once, between the edges of all episodes and the episodes.
  void prepare();
  void add(const Episode& episode) {
    if (episode.entry > 0 && episode.entry >= episode.end) return;
    ++followed_;
    ++(episode.entry > 0 ? counts_[span_of(episode.entry)].joined : at_risk_);
    const std::size_t span = span_of(episode.end);
    if (episode.cause == Episode::censored) {
      ++counts_[span].left;
      return;
    }
    ++counts_[span].ended;
    const auto cause = static_cast<std::size_t>(episode.cause);
    if (cause <= causes_) ++by_cause_[span * causes_ + cause - 1];
  }

  Incidences incidences() const;

 private:
  /// Episodes that end in one span, and changes at its end.
  struct Counts {
    std::size_t ended = 0;   ///< by any cause
    std::size_t left = 0;    ///< censored at the end of the span
    std::size_t joined = 0;  ///< entered late at the end of the span
  };

  /// The span that contains a time: the first that does not end before it; the number of spans
  /// after the last. Without branches, because waits are unpredictable.
  std::size_t span_of(double time) const {
    if (edges_.empty() || time <= edges_.front()) return 0;  // as most do
    const double* first = edges_.data();
    for (std::size_t left = edges_.size(); left > 1; left -= left / 2)
      first += first[left / 2 - 1] < time ? left / 2 : 0;
    return static_cast<std::size_t>(first - edges_.data()) + (*first < time ? 1 : 0);
  }

  std::size_t causes_;
  std::span<const double> at_;
  double last_;                ///< of these times
  std::vector<double> edges_;  ///< last time of each span, ascending
  std::vector<Counts> counts_;
  std::vector<std::size_t> by_cause_;  ///< by span, then by cause
  std::size_t followed_ = 0;
  std::size_t at_risk_ = 0;  ///< from the start
};

/// Incidences of the episodes that for_each calls its argument with. It is called twice.
/// @param causes  those that have a curve: 1 to `causes`
/// @param at      ascending [day]
template <class ForEach>
Incidences incidences_of(int causes, std::span<const double> at, ForEach for_each) {
  IncidenceCounts counts(causes, at);
  for_each([&counts](const Episode& episode) { counts.add_edges(episode); });
  counts.prepare();
  for_each([&counts](const Episode& episode) { counts.add(episode); });
  return counts.incidences();
}

/// The same of episodes that are kept.
Incidences cumulative_incidences(const std::vector<Episode>& episodes, int causes,
                                 std::span<const double> at);

/// The same of one cause: [time].
std::vector<double> cumulative_incidence(const std::vector<Episode>& episodes, int cause,
                                         std::span<const double> at);

}  // namespace doorstroom
