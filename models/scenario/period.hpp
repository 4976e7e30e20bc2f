#pragma once
/// Dates, the moments at which they begin, and the years and segments over which results are
/// summed.

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/units.hpp"

namespace doorstroom {

using Date = std::chrono::sys_days;

/// 1 August 2026 as "2026-08-01".
std::string to_text(Date date);

/// A day of every year; never 29 February.
using DayOfYear = std::chrono::month_day;
DayOfYear day_of_year(Date date);

/// A span between dates, counted on the calendar: the same day of the month, else its last day.
struct CalendarSpan {
  int months = 0;
  int days = 0;

  friend bool operator==(CalendarSpan, CalendarSpan) = default;
};
Date operator+(Date date, CalendarSpan span);
Date operator-(Date date, CalendarSpan span);

/// When a run begins, when what it counts begins and ends, and when the run ends. Moment 0 is the
/// start date.
///
/// Figures of a stretch of time cover the counted period [start, end). Figures of people cover
/// those who asked or arrived in it, and follow each of them for the same time after that; the run
/// goes on until the last of them has been followed.
class Period {
 public:
  /// @param start      start date: results count from here on
  /// @param years      calendar years that are counted, >= 1
  /// @param warm_up    how long before the start date the run begins
  /// @param follow_up  how long the run goes on after the counted period; zero: everybody is
  ///                   followed to the end of the period, some for less time than others
  Period(Date start, int years, CalendarSpan warm_up, CalendarSpan follow_up = {});

  Date start() const { return start_; }
  int years() const { return years_; }

  std::int64_t day_of(Date date) const { return (date - start_).count(); }
  Instant at(Date date) const { return Instant::at_day(day_of(date)); }
  Date date_at(std::int64_t day) const { return start_ + std::chrono::days(day); }
  /// Date of the whole day in which the moment lies.
  Date date_of(Instant at) const;

  std::int64_t first_day() const { return first_day_; }  ///< of the run; 0 or negative
  std::int64_t end_day() const { return end_day_; }      ///< the counted period ends as it begins
  std::int64_t horizon_day() const { return horizon_day_; }  ///< the run ends as it begins
  Instant begin() const { return Instant::at_day(first_day_); }
  Instant end() const { return Instant::at_day(end_day_); }
  Instant horizon() const { return Instant::at_day(horizon_day_); }

  /// How long each person of a cohort is followed: the fewest days that the calendar span of the
  /// follow-up can have, the same for everybody (365 days for a year). It does not depend on when
  /// the period ends. Without a follow-up it is endless: until the run ends.
  Days follow_up() const { return follow_up_; }
  /// Whether something that comes so long after a person's own asking or arriving is still
  /// followed.
  bool follows(Days since) const { return since.count <= follow_up_.count; }

  /// Year of the result in which a moment lies, counted from the start date: 0 .. years - 1;
  /// -1 outside the counted period.
  int year_of(Instant at) const;
  /// First moments of years 0 .. years; the last is the end of the counted period.
  const std::vector<Instant>& year_edges() const { return year_edges_; }

  /// The counted time, divided wherever a result year or a calendar year begins, so that both can
  /// be summed from the same segments.
  struct Segment {
    int year = 0;           ///< result year
    int calendar_year = 0;  ///< such as 2026
  };
  const std::vector<Instant>& segment_edges() const { return segment_edges_; }  ///< segments() + 1
  const std::vector<Segment>& segments() const { return segments_; }
  /// Index of the segment in which a moment lies; -1 outside the counted period.
  int segment_of(Instant at) const;

  /// The days of the run that fall on that day of the year, ascending.
  std::vector<std::int64_t> days_on(DayOfYear day) const;

  /// The last 1 August at or before a date, and the number of 1 Augusts in (a, b], negative if b <
  /// a.
  static Date last_first_of_august(Date date);
  static int first_of_augusts_between(Date a, Date b);

 private:
  Date start_;
  int years_;
  std::int64_t first_day_;
  std::int64_t end_day_;
  std::int64_t horizon_day_;
  Days follow_up_;
  std::vector<Instant> year_edges_;
  std::vector<Instant> segment_edges_;
  std::vector<Segment> segments_;
};

}  // namespace doorstroom
