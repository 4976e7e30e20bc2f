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
  case_decided,  ///< in the case that absence opened
  looks_elsewhere,
};

}  // namespace doorstroom
