#pragma once
/// The difference between two scenarios that use common random numbers, so that replication i of
/// one is compared with replication i of the other. Differences are other minus base; all figures
/// are of the pairs in which both have data.
///
/// Several statements that are to hold together (several variants, several key figures) share one
/// chance of error by Bonferroni: of m statements each gets the m-th part of it, and p values are m
/// times as large. What was not declared beforehand is exploratory, and belongs to no such family.
///
/// Whether a difference matters is measured against the smallest relevant difference d of the key
/// figure: *relevant* when the whole interval lies at or beyond d on one side, *negligible* when
/// two one-sided t tests both reject a difference of d or more (Schuirmann, Journal of
/// Pharmacokinetics and Biopharmaceutics 15:657, 1987), otherwise *undecided*: more replications
/// may decide. Note that a difference that is certainly not zero is undecided while its interval
/// contains d, and negligible when it is certainly smaller than d; its p value is reported beside
/// the verdict.

#include <cstdint>
#include <span>

#include "results/stats/intervals.hpp"

namespace doorstroom {

/// Statements that hold together with one confidence.
struct Simultaneous {
  double confidence = 0.95;      ///< of all together
  std::uint32_t statements = 1;  ///< m >= 1

  /// Confidence of each: 1 - (1 - confidence) / m.
  double each() const { return 1 - (1 - confidence) / statements; }
  /// p value among m: min(1, m p); NaN stays NaN.
  double adjusted(double p) const;
};

/// Differences of one key figure, pair by pair.
struct PairedDifference {
  std::uint64_t count = 0;  ///< pairs with data on both sides
  double base_mean = 0;     ///< of these pairs; NaN without any
  double other_mean = 0;
  /// Mean difference and its t interval, each statement at its part of the confidence. Below two
  /// pairs there are no bounds. Differences that are all equal have bounds at their mean.
  Interval difference;
  double standard_error = 0;  ///< of the mean difference; NaN below two pairs
  /// Two-sided t test that the mean difference is zero, unadjusted, and adjusted for the other
  /// statements. Of differences that are all exactly zero it is 1, of others without spread 0; NaN
  /// below two pairs.
  double p = 0;
  double p_adjusted = 0;
  /// Pearson's, between the two sides; NaN when one of them does not vary.
  double correlation = 0;
  /// How many times as many replications unpaired runs would need: (s_base^2 + s_other^2) /
  /// s_difference^2. Infinite when only the difference does not vary; NaN when nothing varies.
  double variance_saved = 0;
  double p10 = 0;  ///< of the differences over replications, type 7: what one future may bring
  double p90 = 0;
};

/// @param base, other  values by replication; of different length, the longer's last have no pair
PairedDifference compare_pairs(std::span<const double> base, std::span<const double> other,
                               Simultaneous statements = {});

enum class Verdict : std::uint8_t { relevant, negligible, undecided };

/// A difference compared with the smallest one that matters.
struct Relevance {
  Verdict verdict = Verdict::undecided;
  double p_below = 0;       ///< one-sided, that the difference is +d or more; NaN below two pairs
  double p_above = 0;       ///< one-sided, that the difference is -d or less
  double p_equivalent = 0;  ///< the larger of both, adjusted: negligible at 1 - confidence or less
};

/// @param smallest_relevant  d > 0, in the unit of the key figure
/// @param statements         as the differences were compared with
Relevance relevance_of(const PairedDifference& difference, double smallest_relevant,
                       Simultaneous statements = {});

/// Whether the difference is an effect: its interval has bounds and does not contain zero.
bool is_effect(const PairedDifference& difference);

}  // namespace doorstroom
