#pragma once
/// Computes what can be known of a case at a desk from when it began and ended.

#include <optional>

#include "results/story/journey.hpp"

namespace doorstroom {

/// How long a desk was closed within a span of time.
Days closed_between(const Desk& desk, const Period& period, Instant from, Instant to);

/// Hours worked on a case. Empty if the rows do not determine them: when the case was decided after
/// exactly the least time that the desk takes, so that the work may have been done earlier; when
/// desks share their staff; and when work has not ended.
std::optional<double> hours_worked(const Scenario& scenario, const Step& step);

}  // namespace doorstroom
