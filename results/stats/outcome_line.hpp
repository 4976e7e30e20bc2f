#pragma once
/// The line on which an outcome is smoothed: one on which it is bent less, varies more evenly, and
/// cannot leave its range. Of waits log(x + 1 day), as they grow without bounds near full load; of
/// shares of n youths logit((n x + 1/2) / (n + 1)), which stays finite at 0 and 1 (Cox, The
/// Analysis of Binary Data, 1970, section 3.2); anything else as it is.
///
/// A variance on the line is that of the outcome, times the slope squared (the delta method).

#include <cstdint>
#include <span>
#include <vector>

namespace doorstroom {

enum class OutcomeScale : std::uint8_t { plain, logarithm, logit };

struct OutcomeLine {
  OutcomeScale scale = OutcomeScale::plain;
  double count = 0;  ///< of the logit: n youths

  double place(double outcome) const;
  double outcome(double place) const;
  /// How far the place moves for each unit of the outcome.
  double slope(double outcome) const;
  /// The outcome, or the nearest that there can be.
  double within_range(double outcome) const;

  /// The line for the outcomes of some points, one per replication. The n of the logit is that for
  /// which the mean of a point would vary as a share of n youths; at least the replications.
  /// @param outcomes  [point][replication]. Shares outside of [0, 1] get the plain line
  static OutcomeLine of(OutcomeScale scale, std::span<const std::vector<double>> outcomes);
};

}  // namespace doorstroom
