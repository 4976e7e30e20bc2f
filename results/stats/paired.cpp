#include "results/stats/paired.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <vector>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

/// P(T > t) of Student's t; t may be infinite, and is no number where values were.
double beyond(double t, std::uint64_t count) {
  if (std::isnan(t)) return no_number;
  if (std::isinf(t)) return t > 0 ? 0 : 1;
  const boost::math::students_t student(static_cast<double>(count) - 1);
  return boost::math::cdf(boost::math::complement(student, t));
}

/// Distance over standard error. Without spread: infinite, or 0 if the distance is 0.
double t_of(double distance, double standard_error) {
  return distance == 0 ? 0 : distance / standard_error;
}

/// Zero where only the last bits differ, as those of one sum do that is added in another order.
double difference_of(double base, double other) {
  constexpr double last_bits = 1e-12;
  const double difference = other - base;
  const double size = std::max(std::abs(base), std::abs(other));
  return std::isfinite(size) && std::abs(difference) <= last_bits * size ? 0 : difference;
}

struct Pairs {
  Welford base;
  Welford other;
  Welford difference;
  double products = 0;  ///< sum of (base - its mean) (other - its mean)
  std::vector<double> differences;

  Pairs(std::span<const double> bases, std::span<const double> others) {
    for (std::size_t i = 0; i < std::min(bases.size(), others.size()); ++i) {
      if (std::isnan(bases[i]) || std::isnan(others[i])) continue;
      const double from_mean = bases[i] - (base.count() > 0 ? base.mean() : 0);
      base.add(bases[i]);
      other.add(others[i]);
      products += from_mean * (others[i] - other.mean());
      differences.push_back(difference_of(bases[i], others[i]));
      difference.add(differences.back());
    }
    std::sort(differences.begin(), differences.end());
  }

  double correlation() const {
    const double both = std::sqrt(base.m2()) * std::sqrt(other.m2());
    return both > 0 ? std::clamp(products / both, -1.0, 1.0) : no_number;
  }
  double standard_error() const {
    return std::sqrt(difference.variance() / static_cast<double>(difference.count()));
  }
};

}  // namespace

double Simultaneous::adjusted(double p) const {
  return std::isnan(p) ? p : std::min(1.0, p * statements);
}

PairedDifference compare_pairs(std::span<const double> base, std::span<const double> other,
                               Simultaneous statements) {
  DOORSTROOM_EXPECT(statements.statements >= 1);
  const Pairs pairs(base, other);
  PairedDifference found;
  found.count = pairs.difference.count();
  found.base_mean = pairs.base.mean();
  found.other_mean = pairs.other.mean();
  found.difference = t_interval(pairs.difference, statements.each());
  found.standard_error = pairs.standard_error();
  found.p =
      found.count < 2
          ? no_number
          : 2 * beyond(t_of(std::abs(found.difference.mean), found.standard_error), found.count);
  found.p_adjusted = statements.adjusted(found.p);
  found.correlation = pairs.correlation();
  found.variance_saved =
      (pairs.base.variance() + pairs.other.variance()) / pairs.difference.variance();
  found.p10 = quantile(pairs.differences, 0.1);
  found.p90 = quantile(pairs.differences, 0.9);
  return found;
}

Relevance relevance_of(const PairedDifference& difference, double smallest_relevant,
                       Simultaneous statements) {
  DOORSTROOM_EXPECT(smallest_relevant > 0);
  const double d = smallest_relevant;
  const auto& [mean, low, high, count] = difference.difference;
  if (count < 2) return {Verdict::undecided, no_number, no_number, no_number};
  Relevance found;
  found.p_below = beyond(t_of(d - mean, difference.standard_error), count);
  found.p_above = beyond(t_of(mean + d, difference.standard_error), count);
  found.p_equivalent = statements.adjusted(std::max(found.p_below, found.p_above));
  if (low >= d || high <= -d)
    found.verdict = Verdict::relevant;
  else if (found.p_equivalent <= 1 - statements.confidence)
    found.verdict = Verdict::negligible;
  return found;
}

bool is_effect(const PairedDifference& difference) {
  return difference.difference.low > 0 || difference.difference.high < 0;
}

}  // namespace doorstroom
