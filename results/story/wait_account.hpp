#pragma once
/// Why a wait lasted as long as it did, computed from the visits of all other youths in that time.

#include <cstdint>

#include "results/story/journey.hpp"

namespace doorstroom {

struct WaitAccount {
  Days length;         ///< from asking to being served, leaving, or the end of the run
  Days without_place;  ///< every place of the unit was taken
  Days without_start;  ///< a place was free, but no start date open
  Days otherwise;      ///< a place was free but nobody was admitted, for instance without money
  Days closed;         ///< of a desk: the days on which it was closed
  bool full_when_asked = false;
  std::int64_t places = -1;  ///< of the unit, when asked; -1: unlimited, or a desk
  int served = 0;            ///< others who entered, or whose case was begun, in that time
  int served_before = 0;     ///< of these: asked at the same time or earlier
};

WaitAccount account_of_wait(const RetainedVisits& rows, const Scenario& scenario, const Step& step);

}  // namespace doorstroom
