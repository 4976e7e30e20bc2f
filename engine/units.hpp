#pragma once
/// Lengths of time and moments.
///
/// Time is counted in ticks of 2^-20 day (0.08 second), as int64, from the start date: every date
/// is a whole number of ticks, sums are exact, and two machines agree on what happens first. Drawn
/// times are rounded to a tick at once, so that the last bit of a logarithm never decides an order.

#include <cmath>
#include <compare>
#include <cstdint>

namespace doorstroom {

/// A length of time [day].
struct Days {
  double count = 0;

  friend constexpr auto operator<=>(Days, Days) = default;
  friend constexpr Days operator+(Days a, Days b) { return {a.count + b.count}; }
  friend constexpr Days operator-(Days a, Days b) { return {a.count - b.count}; }
  friend constexpr Days operator*(Days a, double factor) { return {a.count * factor}; }
  friend constexpr Days operator/(Days a, double divisor) { return {a.count / divisor}; }
};

inline constexpr double days_per_week = 7;
inline constexpr double days_per_year = 365.25;
inline constexpr double days_per_month = days_per_year / 12;

/// A moment: ticks since the start date, negative before it.
struct Instant {
  static constexpr std::int64_t ticks_per_day = std::int64_t{1} << 20;

  std::int64_t ticks = 0;

  /// Midnight at which whole day `day` since the start date begins.
  static constexpr Instant at_day(std::int64_t day) { return {day * ticks_per_day}; }

  /// Moment in days since the start date [day].
  constexpr double days() const {
    return static_cast<double>(ticks) / static_cast<double>(ticks_per_day);
  }

  friend constexpr auto operator<=>(Instant, Instant) = default;

  /// Exact: a run is far shorter than 2^53 ticks.
  friend constexpr Days operator-(Instant a, Instant b) {
    return {static_cast<double>(a.ticks - b.ticks) / static_cast<double>(ticks_per_day)};
  }
  /// Rounded to the nearest tick; a length beyond 2^42 days counts as 2^42 days, that is as never.
  friend Instant operator+(Instant a, Days length) {
    constexpr double never = 4398046511104.0;
    const double days = length.count < never ? length.count : never;
    return {a.ticks + std::llrint(days * static_cast<double>(ticks_per_day))};
  }
};

/// Later than anything that is simulated.
inline constexpr Instant never{std::int64_t{1} << 62};

}  // namespace doorstroom
