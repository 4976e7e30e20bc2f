#pragma once
/// Bootstrap intervals of figures that have no formula for their error, such as an index of
/// sensitivity. The sample's units are drawn from it with replacement, as many as there are, and
/// the figures are computed again of those, many times; the bounds of a figure are the quantiles of
/// what it then was (percentile intervals: Efron and Tibshirani, An Introduction to the Bootstrap,
/// 1993, chapter 13).
///
/// What one may argue about: percentile intervals of few units are too narrow, at ten units by
/// about a fifth. Units that are spread evenly on purpose (rows of a Sobol' sequence) vary less
/// than units at random, so there the bounds are wide rather than narrow.
///
/// Draws have addresses (see random.hpp): seed; `bootstrap`; number of the resample; place in it.

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace doorstroom {

struct BootstrapPlan {
  std::uint32_t resamples = 1000;
  double confidence = 0.95;  ///< 0 .. 1
  std::uint32_t seed = 1;
};

/// Between which values a figure lies; NaN when no resample has one.
struct Bounds {
  double low = 0;
  double high = 0;
};

/// Figures of some units of a sample, given by their places in it; a unit may come more than once.
using FiguresOfUnits = std::function<std::vector<double>(std::span<const std::uint32_t> units)>;

/// @param units    number of units in the sample
/// @param figures  called for each resample; always as many figures. NaN is left out
/// @return by figure; none without units
std::vector<Bounds> percentile_bootstrap(std::uint32_t units, const FiguresOfUnits& figures,
                                         const BootstrapPlan& plan);

}  // namespace doorstroom
