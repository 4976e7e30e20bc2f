#pragma once
/// What can be reckoned about a case at a desk from when it began and ended.

#include <optional>

#include "results/story/journey.hpp"

namespace doorstroom {

/// How much of a span of time a desk was closed.
Days closed_between(const Desk& desk, const Period& period, Instant from, Instant to);

/// Hours worked on a case. Nothing where the rows do not tell: when the case was decided no sooner
/// than the desk takes at least, so that the work may have been done before; when desks share their
/// staff; and when the case is still in work.
std::optional<double> hours_worked(const Scenario& scenario, const Step& step);

}  // namespace doorstroom
