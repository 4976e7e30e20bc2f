#pragma once
/// How many real youths were where on the start date, and which of these numbers a report may tell.
///
/// A small count is hidden. Who knows the sum of its column, for instance from a yearly report of
/// the region, could subtract the others from it, so other counts are hidden as well, until the sum
/// allows every small count to be anything that "fewer than 5" allows.

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace doorstroom {

struct StartCount {
  enum class Shown {
    number,
    fewer,    ///< small: only that it is
    nothing,  ///< hidden, so that small ones do not follow from a sum
  };

  int youths = 0;
  Shown shown = Shown::number;

  bool is_hidden() const { return shown != Shown::number; }
};

/// A desk or an arrangement that the records name.
struct StartCounts {
  NodeId node = no_node;
  StartCount there;  ///< inside, or cases in work
  StartCount waiting;

  bool is_hidden() const { return there.is_hidden() || waiting.is_hidden(); }
};

/// In order of nodes.
/// @param small_cells  counts of 1 up to below this are small; 0: none is
std::vector<StartCounts> start_counts_of(const Scenario& scenario, int small_cells);

/// Hides the small counts of a column, and as many others as it takes.
void hide_small_counts(const std::vector<StartCount*>& column, int small_cells);

/// What somebody can conclude who knows the sum of the hidden counts of a column, and how each is
/// shown: the smallest and the largest number that one of them can be.
struct StartCountRange {
  int low = 0;
  int high = 0;
};
StartCountRange range_by_sum(const std::vector<StartCount*>& column, const StartCount& one,
                             int small_cells);

}  // namespace doorstroom
