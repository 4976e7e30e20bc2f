#pragma once
/// The dates on which a role acts.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "models/scenario/parameter.hpp"
#include "models/scenario/period.hpp"

namespace doorstroom {

/// The days of the run on which a role meets: the first day of its intervention, and after every
/// span from that day, counted on the calendar, as long as the intervention has any effect.
/// @return ascending days since the start date
inline std::vector<std::int64_t> days_of_rhythm(const InterventionProfile& profile,
                                                CalendarSpan every, const Period& period) {
  std::vector<std::int64_t> days;
  const Date first = period.date_of(profile.from);
  const Instant end = profile.until == never ? period.horizon() : profile.faded;
  for (int count = 0;; ++count) {
    const Date date = first + CalendarSpan{every.months * count, every.days * count};
    if (period.at(date) >= end || period.at(date) >= period.horizon()) return days;
    if (const std::int64_t day = period.day_of(date); day >= period.first_day())
      days.push_back(day);
  }
}

/// The days of the run on which a role decides, while from <= t < until.
inline std::vector<std::int64_t> decision_days(const InterventionProfile& profile,
                                               const std::vector<DayOfYear>& on,
                                               const Period& period) {
  std::vector<std::int64_t> days;
  for (const DayOfYear day_of_year : on)
    for (const std::int64_t day : period.days_on(day_of_year))
      if (profile.holds({Instant::at_day(day)})) days.push_back(day);
  std::ranges::sort(days);
  return days;
}

}  // namespace doorstroom
