#pragma once
/// Run until precise enough: replications are added until the mean of a key figure is known to
/// within a half-width, written as `oza.wait_p90 +- 1 week`.
///
/// The rule is that of Hoad, Robinson and Davies (Journal of the Operational Research Society
/// 61:1632, 2010): the half-width of Student's interval is at most the one asked for, and stays so
/// while kLimit = 5 more replications are looked at. Without looking ahead, a run would often stop
/// at a few replications that happen to be alike. The 5 are part of the sample, and kLimit does not
/// grow with the number of replications.
///
/// Two limits of this rule. Stopping where the noise looks small makes intervals a little too
/// narrow, the more so the wider the half-width that is asked for. And a figure that is the same in
/// the first eight replications, such as a rare event that did not occur, counts as precise.

#include <cstdint>
#include <string>

#include "results/figures/kpi_values.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {

/// How precise the mean of a key figure must be.
struct Precision {
  KpiName kpi;
  double half_width = 0;  ///< in the unit of the key figure: days, shares of 1, youths, ...; > 0

  /// Parses `oza.wait_p90 +- 1 week` (or with ± or +/-). The amount is a duration for what is
  /// counted in days, `2%` or `0.02` for a share (percentage points, not a part of the mean), and a
  /// plain number for anything else.
  /// @throws InputError when the text has another form, there is no key figure of that name, or the
  ///         amount is in another unit than the key figure
  static Precision parse(const std::string& text);
};

/// Whether a key figure is known precisely enough; takes its values one by one.
class HalfWidthRule {
 public:
  static constexpr std::uint64_t least_values = 3;
  static constexpr std::uint64_t look_ahead = 5;  ///< kLimit

  /// @param half_width  at most, in the unit of the values; > 0
  explicit HalfWidthRule(double half_width, double confidence = 0.95);

  /// Adds the value of the next replication, in order. NaN, of a replication without data, changes
  /// nothing.
  void add(double value);

  /// Whether the half-width is at most the one asked for, and was so after each of the last 5
  /// values. Values that are added later may undo this: several key figures are precise enough only
  /// when all are after the same replication.
  bool done() const { return precise_in_a_row_ > look_ahead; }

  /// Mean and bounds of the values so far.
  const Interval& interval() const { return interval_; }

 private:
  double half_width_;
  double confidence_;
  Welford sample_;
  Interval interval_;
  std::uint64_t precise_in_a_row_ = 0;
};

}  // namespace doorstroom
