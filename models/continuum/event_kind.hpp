#pragma once
/// What can be due for a youth or a source.

#include <cstdint>

namespace doorstroom {

/// Of events that are due for one youth at one instant and phase, the first named comes first.
enum class EventKind : std::uint8_t {
  waiting_begins,
  gives_up,
  stays_home,
  absence_ends,
  worsens,
  case_opens,
  ages_out,
  term_ends,
  arrives,
  returns,
  asks,
  work_ends,
  decided,
  stay_ends,
  looks_elsewhere,
};

/// Added to the kind of an event on a track beside the way of a youth: it comes after all that is
/// due at the same instant on the way itself.
inline constexpr std::uint8_t on_track = 64;

}  // namespace doorstroom
