#pragma once
/// The steps of one youth through the continuum, from the rows of a result file.

#include <vector>

#include "results/story/retained_visits.hpp"

namespace doorstroom {

/// One request: from asking to leaving, or to the end of the run.
struct Step {
  Visit visit;
  std::vector<Visit> also{};  ///< other lists on which the same request stood
  bool beside = false;        ///< help, or a case that absence opened, beside the own steps
  bool again = false;         ///< the next intake sent the case back: part of the work is redone
  Instant present_since{};    ///< when the youth arrived, or was found in the middle of this

  bool entered() const { return visit.entered != never; }
  /// When the step ended, or the run did.
  Instant end(const Period& period) const {
    return visit.left == never ? period.horizon() : visit.left;
  }
  /// When waiting ended, or the run did.
  Instant waited_until(const Period& period) const {
    return entered() ? visit.entered : end(period);
  }
};

/// The steps of a youth in order of asking.
/// @param youth  number of the youth in the replication. @pre the rows hold it
std::vector<Step> journey_of(const RetainedVisits& rows, std::uint32_t youth);

}  // namespace doorstroom
