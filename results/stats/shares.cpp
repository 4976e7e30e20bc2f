#include "results/stats/shares.hpp"

#include <boost/math/distributions/beta.hpp>

#include "engine/error.hpp"

namespace doorstroom {

Interval share_interval(std::uint64_t met, std::uint64_t of, double confidence) {
  DOORSTROOM_EXPECT(met <= of);
  if (of == 0) return {no_number, no_number, no_number, 0};
  const auto m = static_cast<double>(met);
  const auto n = static_cast<double>(of);
  const double tail = (1 - confidence) / 2;
  using Beta = boost::math::beta_distribution<double>;
  const double low = met == 0 ? 0.0 : boost::math::quantile(Beta(m, n - m + 1), tail);
  const double high = met == of ? 1.0 : boost::math::quantile(complement(Beta(m + 1, n - m), tail));
  return {m / n, low, high, of};
}

}  // namespace doorstroom
