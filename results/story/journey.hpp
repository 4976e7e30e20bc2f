#pragma once
/// The way of one youth, step by step, as the rows of a result file tell it.

#include <vector>

#include "results/story/retained_visits.hpp"

namespace doorstroom {

/// One request: from asking to leaving, or to the end of the run.
struct Step {
  Visit visit;
  std::vector<Visit> also{};  ///< other lists on which the same request stood
  bool beside = false;        ///< a case that absence opened, beside the youth's own way
  bool again = false;         ///< the case came back from a next intake: part of the work again

  bool entered() const { return visit.entered != never; }
  /// When it ended, or the run did.
  Instant end(const Period& period) const {
    return visit.left == never ? period.horizon() : visit.left;
  }
  /// When waiting ended, or the run did.
  Instant waited_until(const Period& period) const {
    return entered() ? visit.entered : end(period);
  }
};

/// The steps of a youth in order of asking.
/// @param youth  number of the youth in the replication, which the rows hold
std::vector<Step> journey_of(const RetainedVisits& rows, const Scenario& scenario,
                             std::uint32_t youth);

}  // namespace doorstroom
