#pragma once
/// How long something has been so, in simulated time: how long a place was free that nobody could
/// take.

#include "engine/units.hpp"

namespace doorstroom {

class Stopwatch {
 public:
  /// From now on it runs, or stands still.
  void run(bool runs, Instant now) {
    sum_ = elapsed(now);
    since_ = now;
    runs_ = runs;
  }
  /// All the time it ran until now.
  Days elapsed(Instant now) const { return runs_ ? Days{sum_.count + (now - since_).count} : sum_; }

 private:
  Days sum_{0};
  Instant since_;
  bool runs_ = false;
};

}  // namespace doorstroom
