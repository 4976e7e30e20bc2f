#pragma once
/// The parts of every year in which a desk is closed (work pauses, and goes on afterwards) or an
/// arrangement takes nobody in.

#include <chrono>
#include <cstdint>
#include <set>
#include <vector>

#include "models/scenario/period.hpp"

namespace doorstroom {

/// A part of every year, from <= day < to; over New Year when `to` is the earlier.
struct PartOfYear {
  DayOfYear from;
  DayOfYear to;

  bool holds(DayOfYear day) const {
    return from < to ? from <= day && day < to : from <= day || day < to;
  }
  friend bool operator==(const PartOfYear&, const PartOfYear&) = default;
};

class Closures {
 public:
  /// @param period  after() and add_turns() know its calendar years, and one more on either side;
  ///                what is asked of earlier moments knows all years
  Closures(const std::vector<PartOfYear>& parts, const Period& period);

  bool closed_at(Instant at) const;
  /// When work is done that begins at `begin` and takes `work`, without the time that is closed.
  Instant after(Instant begin, Days work) const;
  /// When work began that is done at `end` and took `work`, without the time that is closed.
  Instant before(Instant end, Days work) const;
  /// How much of the time from one moment to another is open.
  Days open_between(Instant from, Instant to) const;
  /// Closed days of a year of 365 days.
  int days_a_year() const { return days_a_year_; }
  /// Adds the days on which it closes or opens.
  void add_turns(std::set<std::int64_t>& days) const;

 private:
  struct Span {
    Instant from;
    Instant to;
  };

  using Spans = std::vector<Span>;  ///< ascending, without overlap

  Spans spans_between(std::chrono::year first, std::chrono::year last) const;
  Spans spans_since(Instant from) const;
  Instant at(Date date) const { return Instant::at_day((date - day_zero_).count()); }
  std::chrono::year year_of(Instant at) const;

  std::vector<PartOfYear> parts_;
  Date day_zero_;  ///< which begins at moment 0
  std::chrono::year first_{};
  std::chrono::year last_{};
  Spans spans_;  ///< of these years
  int days_a_year_ = 0;
};

}  // namespace doorstroom
