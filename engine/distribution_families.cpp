#include "engine/distribution_families.hpp"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

/// Without long double, which is slow and differs between processors.
using Policy = boost::math::policies::policy<
    boost::math::policies::promote_double<false>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::underflow_error<boost::math::policies::ignore_error>>;

double normal_quantile(double u) {
  return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * u, Policy());
}

double regularised_gamma(double shape, double x) {
  if (std::isinf(x)) return 1;
  return boost::math::gamma_p(shape, x, Policy());
}

double gamma_function(double x) {
  return boost::math::tgamma(x, Policy());
}

/// Where a rising function reaches a level, to the last bits. By Newton's steps, and by halving
/// where such a step leads out of what is known.
/// @param slope  the derivative of `rising`; 0 <= start <= most
template <class Function, class Slope>
double inverse(const Function& rising, const Slope& slope, double level, double start,
               double most) {
  constexpr double precise = 2 * std::numeric_limits<double>::epsilon();
  double low = 0;
  double high = most;
  double at = start;
  for (int step = 0; step < 200 && high - low > precise * high; ++step) {
    const double beyond = rising(at) - level;
    (beyond < 0 ? low : high) = at;
    double next = at - beyond / slope(at);
    if (!(next > low && next < high)) next = low + (high - low) / 2;
    const double moved = std::abs(next - at);
    at = next;
    if (moved <= precise * at) break;
  }
  return at;
}

}  // namespace

double Distribution::Shape::largest() const {
  return std::numeric_limits<double>::infinity();
}

std::shared_ptr<const Distribution::Shape> Distribution::Shape::length_biased() const {
  contract_broken("a distribution is length-biased once", __FILE__, __LINE__);
}

namespace family {

using Shape = Distribution::Shape;

std::shared_ptr<const Shape> Constant::length_biased() const {
  return std::make_shared<Constant>(value);
}

double Exponential::quantile(double u) const {
  return expected * exponential_quantile(u);
}

double Exponential::cdf(double x) const {
  return -std::expm1(-x / expected);
}

std::shared_ptr<const Shape> Exponential::length_biased() const {
  return std::make_shared<Gamma>(2.0, expected);
}

double Lognormal::quantile(double u) const {
  return median * std::exp(sigma * normal_quantile(u));
}

double Lognormal::cdf(double x) const {
  return std::erfc(-std::log(x / median) / (sigma * std::numbers::sqrt2)) / 2;
}

double Lognormal::mean() const {
  return median * std::exp(sigma * sigma / 2);
}

std::shared_ptr<const Shape> Lognormal::length_biased() const {
  return std::make_shared<Lognormal>(median * std::exp(sigma * sigma), sigma);
}

double Gamma::quantile(double u) const {
  return scale * std::exp(table.log_quantile(u));
}

double Gamma::cdf(double x) const {
  return regularised_gamma(table.shape(), x / scale);
}

std::shared_ptr<const Shape> Gamma::length_biased() const {
  return std::make_shared<Gamma>(table.shape() + 1, scale);
}

double Weibull::quantile(double u) const {
  return scale * std::pow(exponential_quantile(u), 1 / shape);
}

double Weibull::cdf(double x) const {
  return -std::expm1(-std::pow(x / scale, shape));
}

double Weibull::mean() const {
  return scale * gamma_function(1 + 1 / shape);
}

std::shared_ptr<const Shape> Weibull::length_biased() const {
  return std::make_shared<BiasedWeibull>(*this);
}

double BiasedWeibull::quantile(double u) const {
  return weibull.scale * std::exp(table.log_quantile(u) / weibull.shape);
}

double BiasedWeibull::cdf(double x) const {
  return regularised_gamma(table.shape(), std::pow(x / weibull.scale, weibull.shape));
}

double BiasedWeibull::mean() const {
  return weibull.scale * gamma_function(1 + 2 / weibull.shape) /
         gamma_function(1 + 1 / weibull.shape);
}

double Uniform::cdf(double x) const {
  return std::clamp((x - from) / (to - from), 0.0, 1.0);
}

std::shared_ptr<const Shape> Uniform::length_biased() const {
  return std::make_shared<BiasedUniform>(*this);
}

double BiasedUniform::quantile(double u) const {
  return std::sqrt(from * from + u * (to - from) * (to + from));
}

double BiasedUniform::cdf(double x) const {
  const double within = std::clamp(x, from, to);
  return (within - from) * (within + from) / ((to - from) * (to + from));
}

double BiasedUniform::mean() const {
  return 2 * (from * from + from * to + to * to) / (3 * (from + to));
}

double Triangular::quantile(double u) const {
  const double width = to - from;
  if (u * width < mode - from) return from + std::sqrt(u * width * (mode - from));
  return to - std::sqrt((1 - u) * width * (to - mode));
}

double Triangular::cdf(double x) const {
  if (x <= from) return 0;
  if (x >= to) return 1;
  if (x < mode) return (x - from) * (x - from) / ((to - from) * (mode - from));
  return 1 - (to - x) * (to - x) / ((to - from) * (to - mode));
}

std::shared_ptr<const Shape> Triangular::length_biased() const {
  return std::make_shared<BiasedTriangular>(*this);
}

// The density is x f(x) / mean, f rising from the smallest value to the mode and falling to the
// largest; integrated from the near end, so that nothing cancels.
double BiasedTriangular::below(double rise) const {
  const auto& [from, mode, to] = triangular;
  if (mode == from) return 0;
  return rise * rise * (from + rise * 2 / 3) / ((to - from) * (mode - from) * triangular.mean());
}

double BiasedTriangular::above(double fall) const {
  const auto& [from, mode, to] = triangular;
  if (mode == to) return 0;
  return fall * fall * (to - fall * 2 / 3) / ((to - from) * (to - mode) * triangular.mean());
}

double BiasedTriangular::quantile(double u) const {
  const auto& [from, mode, to] = triangular;
  const double most = below(mode - from);
  const double scale = 2 / ((to - from) * triangular.mean());
  if (u < most) {
    const double width = mode - from;
    return from +
           inverse([this](double rise) { return below(rise); },
                   [&, low = from](double rise) { return scale / width * rise * (low + rise); }, u,
                   width * std::sqrt(u / most), width);
  }
  const double width = to - mode;
  return to - inverse([this](double fall) { return above(fall); },
                      [&, high = to](double fall) { return scale / width * fall * (high - fall); },
                      1 - u, width * std::sqrt((1 - u) / (1 - most)), width);
}

double BiasedTriangular::cdf(double x) const {
  const auto& [from, mode, to] = triangular;
  if (x <= from) return 0;
  if (x >= to) return 1;
  return x < mode ? below(x - from) : 1 - above(to - x);
}

double BiasedTriangular::mean() const {
  const auto& [a, c, b] = triangular;
  return (a * a + b * b + c * c + a * b + a * c + b * c) / (6 * triangular.mean());
}

Empirical::Empirical(const std::vector<double>& unsorted, const std::vector<double>& weights) {
  std::vector<std::size_t> order(unsorted.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return unsorted[i]; });
  double total = 0;
  for (const std::size_t i : order) {
    if (weights[i] == 0) continue;
    total += weights[i];
    expected += weights[i] * unsorted[i];
    values.push_back(unsorted[i]);
    cumulative.push_back(total);
  }
  expected /= total;
}

double Empirical::quantile(double u) const {
  const auto at = std::ranges::lower_bound(cumulative, u * cumulative.back());
  return values[static_cast<std::size_t>(at - cumulative.begin())];
}

double Empirical::cdf(double x) const {
  const auto beyond = std::ranges::upper_bound(values, x) - values.begin();
  return beyond == 0 ? 0 : cumulative[static_cast<std::size_t>(beyond) - 1] / cumulative.back();
}

std::shared_ptr<const Shape> Empirical::length_biased() const {
  std::vector<double> weights;
  double before = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    weights.push_back((cumulative[i] - before) * values[i]);
    before = cumulative[i];
  }
  return std::make_shared<Empirical>(values, weights);
}

}  // namespace family
}  // namespace doorstroom
