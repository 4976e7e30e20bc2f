#pragma once
/// The clock, and the organisations that act on it: a weekly meeting, a census, a capacity that
/// changes on a date. Each is a SimGrid actor whose body reads like the work it stands for:
///
///     for (;;) {
///       clock.sleep_until(next_meeting);
///       mediate(longest_waiting);
///     }
///
/// Whenever a process wakes on day T, everything of the world that comes before it has happened:
/// all before T, and at T the phases below its own. SimGrid promises no order among actors of one
/// instant, so an agenda settles it: by day, then phase, then the order in which processes were
/// added. A process that falls due while another acts on the same day waits its turn.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "engine/event_order.hpp"

namespace doorstroom {

class Clock {
 public:
  /// @param run_world_before  makes everything happen that is due before the given moment
  explicit Clock(std::function<void(Moment)> run_world_before);
  ~Clock();
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;

  /// Adds an organisation. The order of adding is the order in which those of one phase act.
  /// @param body  runs once the clock starts; may sleep; ends by returning, or at the horizon
  void add_process(std::string name, Phase phase, std::function<void(Clock&)> body);

  /// Runs from start to the horizon, both whole days since the start date. Nothing that is due at
  /// the horizon itself happens. What leaves a body as an exception ends the run and is thrown
  /// here. Once per Clock; one Clock at a time per process.
  /// @throws whatever a process body or the world threw
  void run(std::int64_t start_day, std::int64_t horizon_day);

  /// How long run() was in SimGrid: neither in the world nor in the body of a process [s].
  double simgrid_seconds() const;

  /// Today [whole days since the start date]. Only while running.
  std::int64_t today() const;

  /// Puts the calling process to sleep until that day, and returns when it is its turn to act. A
  /// day that has passed means today. Does not return if the horizon comes first: the body is
  /// unwound. Only from within a process body; a body never swallows exceptions that it does not
  /// know.
  void sleep_until(std::int64_t day);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace doorstroom
