#pragma once
/// The order within one instant. Many things meet on 1 August: stays end, places open, youths ask.
/// What is due at one instant happens phase by phase, and it is always the lowest phase with
/// something to do that goes on.

#include <compare>
#include <cstdint>

#include "engine/units.hpp"

namespace doorstroom {

enum class Phase : std::uint8_t {
  endings = 1,     ///< stays and work that end
  changes = 2,     ///< parameters and capacity that change
  requests = 3,    ///< new requests
  offers = 4,      ///< free capacity is offered to who is next
  departures = 5,  ///< patience that ends: giving up, becoming absent
  roles = 6,       ///< organisations that act, in declared order
  census = 7,      ///< the count, last of all
};

/// A place in simulated time: an instant and a phase in it.
struct Moment {
  Instant at;
  Phase phase = Phase::endings;

  friend constexpr auto operator<=>(const Moment&, const Moment&) = default;
};

/// Who goes first within a phase: who asked first; then the standing order of the subjects, which
/// is decided when they are made and never changes.
struct Precedence {
  std::int64_t asked = 0;   ///< tick of asking
  std::uint64_t order = 0;  ///< standing order, unique for each subject

  friend constexpr auto operator<=>(const Precedence&, const Precedence&) = default;
};

}  // namespace doorstroom
