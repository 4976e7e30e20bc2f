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

/// Shares that end by each of the causes 1 to `causes` within each of the times `at`, in one pass:
/// [cause - 1][time]. NaN without episodes. After the longest episode the last value holds. Causes
/// above `causes` compete, but have no curve.
/// @param at  ascending [day]
std::vector<std::vector<double>> cumulative_incidences(const std::vector<Episode>& episodes,
                                                       int causes, std::span<const double> at);

/// The same of one cause.
std::vector<double> cumulative_incidence(const std::vector<Episode>& episodes, int cause,
                                         std::span<const double> at);

}  // namespace doorstroom
