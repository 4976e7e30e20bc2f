#pragma once
/// The figures of one desk or arrangement that steering can watch.

#include <optional>
#include <span>
#include <string_view>

#include "engine/units.hpp"
#include "models/continuum/records.hpp"
#include "models/reading/quantity.hpp"
#include "models/scenario/intervention.hpp"

namespace doorstroom {

class Region;

struct WatchableFigure {
  std::string_view name;  ///< in the file, after the id of the node
  Steering::Figure figure;
  QuantityKind kind;  ///< of what it is compared with
};
std::span<const WatchableFigure> watchable_figures();

/// A span of time that ends now, and what was used of a node until its beginning and until now.
struct WatchedSpan {
  Instant since;
  double days = 0;
  const NodeRecord::Usage& before;
  const NodeRecord::Usage& now;
};

/// The figure of a node over a span that ends now.
/// @return in the unit of the figure (day, 1, youth); nothing where there are no data
std::optional<double> figure_over(Steering::Figure figure, NodeId node, const WatchedSpan& span,
                                  const Region& region);

}  // namespace doorstroom
