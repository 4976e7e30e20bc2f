#pragma once
/// Axes: from a value to a place in the drawing, and which values are named.

#include <string>
#include <vector>

#include "models/messages/language.hpp"

namespace doorstroom {

struct LinearScale {
  double from = 0;  ///< value at `begin`
  double to = 1;    ///< value at `end`
  double begin = 0;
  double end = 1;

  double operator()(double value) const {
    return begin + (value - from) / (to - from) * (end - begin);
  }
};

/// Round values, evenly spaced (by 1, 2, 5, 25 or such times a power of ten), of which the first is
/// at most `low` and the last at least `high`.
struct NiceTicks {
  std::vector<double> values;
  int decimals = 0;

  double first() const { return values.front(); }
  double last() const { return values.back(); }
  /// "1,250.5", in Dutch "1.250,5".
  std::string text(double value, Language language) const;
};

/// @param about  how many to aim at
NiceTicks nice_ticks(double low, double high, int about);

/// A stretch of a time axis: a year of the scenario, or a month.
struct TimeSegment {
  double from_day = 0;
  double to_day = 0;
  std::string name;  ///< "2026-27" where years begin in another month than January
};

/// The years that begin on the anniversaries of the start date; months when there is no more than
/// one and a half year to show.
/// @param start_date  day 0: "2026-08-01"
std::vector<TimeSegment> time_segments(const std::string& start_date, double first_day,
                                       double last_day, Language language);

}  // namespace doorstroom
