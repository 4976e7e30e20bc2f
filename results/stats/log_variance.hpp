#pragma once
/// The logarithm of a variance that was estimated, for regressions.

#include <cstdint>

namespace doorstroom {

/// The mean logarithm of a variance that is estimated from k degrees of freedom is too low by
/// log(k/2) - digamma(k/2), which is added (Bartlett and Kendall, Supplement to the Journal of the
/// Royal Statistical Society 8:128, 1946). A variance below a thousandth of the mean one is taken
/// for as much, so that it has a logarithm.
/// @param mean     of all such variances, above 0
/// @param freedom  k
double log_variance(double estimated, double mean, std::uint64_t freedom);

}  // namespace doorstroom
