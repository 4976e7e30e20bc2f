#pragma once
/// Moves labels in a column apart, so that none covers another and each stays as close to its
/// place as can be.

#include <vector>

namespace doorstroom {

struct ColumnLabel {
  double wanted = 0;  ///< where its centre would best be
  double height = 0;
};

/// Where the centres go: in the order of what is wanted (of equals, the first above), as a whole
/// within [top, bottom]. Labels that are higher together than that room hang out at the bottom.
std::vector<double> spread_labels(const std::vector<ColumnLabel>& labels, double top,
                                  double bottom);

}  // namespace doorstroom
