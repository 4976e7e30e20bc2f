#pragma once
/// The share that has entered within t, while others give up, grow too old or still wait: the
/// cumulative incidence of one end among several that compete, by Aalen and Johansen (Scandinavian
/// Journal of Statistics 5:141, 1978).
///
///     F(t) = sum over moments u <= t of S(u-) d_cause(u) / n(u),   S(u) = S(u-) (1 - d_any(u) /
///     n(u))
///
/// Who still waits at the horizon is censored. Who was already listed when counting began enters
/// late (delayed entry): at risk only with the time already waited. At one moment ends come before
/// censorings, and who enters late at that moment is not yet at risk.

#include <span>
#include <vector>

namespace doorstroom {

/// One wait, in time since asking.
struct Episode {
  static constexpr int censored = 0;

  double entry = 0;  ///< followed from here on; 0: from the first moment, which counts too [day]
  double end = 0;    ///< [day]
  int cause = censored;  ///< how it ended: 1, 2, ...
};

/// Shares that end by each of the causes 1 to `causes` within each of the times `at`, in one pass:
/// [cause - 1][time]. NaN without anybody to follow. Beyond the longest wait that was followed, the
/// last value. Causes above `causes` compete, and are not told.
/// @param at  ascending [day]
std::vector<std::vector<double>> cumulative_incidences(const std::vector<Episode>& episodes,
                                                       int causes, std::span<const double> at);

/// The same of one cause.
std::vector<double> cumulative_incidence(const std::vector<Episode>& episodes, int cause,
                                         std::span<const double> at);

}  // namespace doorstroom
