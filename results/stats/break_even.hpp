#pragma once
/// For which values of an input an effect cannot be told from nil: where its interval holds zero.
/// The effect and its interval are known at some values of the input; between two of them its
/// bounds are taken to be straight lines. The set can be empty, can reach an end of the range that
/// was looked at (it is then open there: it may go on), and can have gaps.

#include <span>
#include <vector>

namespace doorstroom {

/// The interval of an effect at one value of the input.
struct BoundsAt {
  double value = 0;
  double low = 0;  ///< NaN without data, then the value is left out
  double high = 0;
};

/// Values between which every effect's interval holds zero.
struct NilRange {
  double low = 0;
  double high = 0;
  bool open_low = false;  ///< begins where the range does that was looked at
  bool open_high = false;

  friend bool operator==(const NilRange&, const NilRange&) = default;
};

/// @param effects  ascending by value
/// @return ascending, apart from each other
std::vector<NilRange> nil_ranges(std::span<const BoundsAt> effects);

}  // namespace doorstroom
