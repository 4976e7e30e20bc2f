#pragma once
/// The parts of every year in which a desk is closed: work pauses then, and goes on afterwards.

#include <cstdint>
#include <set>
#include <vector>

#include "models/scenario/period.hpp"

namespace doorstroom {

/// A part of every year, from <= day < to; over New Year when `to` is the earlier.
struct PartOfYear {
  DayOfYear from;
  DayOfYear to;

  friend bool operator==(const PartOfYear&, const PartOfYear&) = default;
};

class Closures {
 public:
  /// @param period  of which all years, and those that touch it, are looked at
  Closures(const std::vector<PartOfYear>& parts, const Period& period);

  bool closed_at(Instant at) const;
  /// When work that begins then and takes that long is done, pauses included.
  Instant after(Instant begin, Days work) const;
  /// Closed days of a year of 365 days.
  int days_a_year() const { return days_a_year_; }
  /// Adds the days on which it closes or opens.
  void add_turns(std::set<std::int64_t>& days) const;

 private:
  struct Span {
    Instant from;
    Instant to;
  };

  std::vector<Span> spans_;  ///< ascending, apart from each other
  int days_a_year_ = 0;
};

}  // namespace doorstroom
