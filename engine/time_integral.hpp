#pragma once
/// The time integral of a number that changes at moments: occupied places, youths waiting. Kept per
/// span of time (a school year, a calendar year), so a mean over any span is integral / length.

#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

#include "engine/error.hpp"
#include "engine/units.hpp"

namespace doorstroom {

class TimeIntegral {
 public:
  /// @param edges  ascending; span i runs from edges[i] to edges[i + 1]; what lies outside is not
  ///               counted. Must outlive this object. At least two.
  explicit TimeIntegral(std::span<const Instant> edges);

  /// The number is `value` from `now` on; when it is so already, nothing is rounded anew.
  /// @pre now is not before the last change
  void set(Instant now, double value) {
    if (value == value_) return;
    advance(now);
    value_ = value;
  }
  void add(Instant now, double change) { set(now, value_ + change); }
  double value() const { return value_; }

  /// Integral over all time until `now`, also before the first edge [value x day].
  /// @pre now is not before the last change
  double total(Instant now) const {
    DOORSTROOM_EXPECT(now >= since_);
    const auto passed = sums_.begin() + static_cast<std::ptrdiff_t>(span_);
    return std::accumulate(sums_.begin(), passed, value_ * (now - since_).count) + sum_;
  }

  /// Integral per span up to `until` [value x day]; length edges - 1.
  std::vector<double> close(Instant until) {
    advance(until);
    sums_[span_] = sum_;
    return {sums_.begin() + 1, sums_.end() - 1};
  }

 private:
  /// Nearly always the moment lies in the span of the last change.
  void advance(Instant now) {
    DOORSTROOM_EXPECT(now >= since_);
    if (now >= span_end_) pass_edges(now);
    sum_ += value_ * (now - since_).count;
    since_ = now;
  }
  void pass_edges(Instant now);

  Instant since_;  ///< the last change
  Instant span_end_;
  double value_ = 0;
  double sum_ = 0;  ///< of the span of the last change
  std::span<const Instant> edges_;
  std::vector<double> sums_;  ///< of spans that have passed; what lies before the edges first
  std::size_t span_ = 0;      ///< in sums_, of the last change
};

}  // namespace doorstroom
