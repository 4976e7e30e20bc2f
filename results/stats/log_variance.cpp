#include "results/stats/log_variance.hpp"

#include <algorithm>
#include <boost/math/special_functions/digamma.hpp>
#include <cmath>

namespace doorstroom {

double log_variance(double estimated, double mean, std::uint64_t freedom) {
  constexpr double least_share = 1e-3;
  const double half = static_cast<double>(freedom) / 2;
  return std::log(std::max(estimated, least_share * mean)) + std::log(half) -
         boost::math::digamma(half);
}

}  // namespace doorstroom
