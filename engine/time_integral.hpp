#pragma once
/// The time integral of a number that changes at moments: occupied places, youths waiting. Kept per
/// span of time (a school year, a calendar year), so a mean over any span is integral / length.

#include <cstddef>
#include <span>
#include <vector>

#include "engine/units.hpp"

namespace doorstroom {

class TimeIntegral {
 public:
  /// @param edges  ascending; span i runs from edges[i] to edges[i + 1]; what lies outside is not
  ///               counted. Must outlive this object. At least two.
  explicit TimeIntegral(std::span<const Instant> edges);

  /// The number is `value` from `now` on. @pre now is not before the last change
  void set(Instant now, double value) {
    advance(now);
    value_ = value;
  }
  void add(Instant now, double change) { set(now, value_ + change); }
  double value() const { return value_; }

  /// Integral per span up to `until` [value x day]; length edges - 1.
  const std::vector<double>& close(Instant until) {
    advance(until);
    return sums_;
  }

 private:
  void advance(Instant now);

  std::span<const Instant> edges_;
  std::vector<double> sums_;
  std::size_t span_ = 0;
  Instant since_;
  double value_ = 0;
};

}  // namespace doorstroom
