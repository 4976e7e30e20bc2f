#pragma once
/// The moment that a replication has reached, and the calendar periods in which it lies.

#include "engine/event_order.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

class SimulationTime {
 public:
  /// At the beginning of the run. @param period  must outlive it
  explicit SimulationTime(const Period& period);

  Instant now() const { return now_; }
  Phase phase() const { return phase_; }
  int year() const { return year_; }        ///< of the result; -1 outside the counted period
  int segment() const { return segment_; }  ///< of the period; -1 outside the counted period
  /// The moment from which parameters are read. What ends at an instant sees the parameters from
  /// before the changes of that instant, unless it began at that instant, after the changes.
  EvaluationTime when() const { return {now_, phase_ == Phase::endings && changed_at_ != now_}; }
  /// Age on the last 1 August [year].
  double school_age(Instant born) const { return (last_august_ - born).count / days_per_year; }

  /// @return whether another year of the result has begun, or the counted period has ended
  bool advance(Moment moment) {
    phase_ = moment.phase;
    if (phase_ > Phase::endings) changed_at_ = moment.at;
    now_ = moment.at;
    return now_ >= next_period_ && enter_period();
  }
  /// Goes to another phase of the same instant.
  void enter_phase(Phase phase) { phase_ = phase; }

 private:
  bool enter_period();

  const Period& period_;
  Instant now_;
  Phase phase_ = Phase::endings;
  Instant changed_at_ = never;  ///< the last instant that has gone beyond Phase::endings
  Instant last_august_;         ///< last 1 August
  Instant next_period_;         ///< when a year, a segment or a school year begins next
  int year_ = -1;
  int segment_ = -1;
};

}  // namespace doorstroom
