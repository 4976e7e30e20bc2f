#include "engine/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/distribution_families.hpp"
#include "engine/error.hpp"

namespace doorstroom {
namespace {

bool positive(double value) {
  return value > 0 && std::isfinite(value);
}
bool not_negative(double value) {
  return value >= 0 && std::isfinite(value);
}

}  // namespace

Distribution::Distribution() : Distribution(std::make_shared<family::Constant>(0.0)) {}
Distribution::Distribution(std::shared_ptr<const Shape> shape)
    : shape_(std::move(shape)),
      constant_(shape_->smallest() == shape_->largest()),
      constant_value_(shape_->smallest()) {}

Distribution Distribution::constant(double value) {
  DOORSTROOM_EXPECT(not_negative(value));
  return Distribution(std::make_shared<family::Constant>(value));
}

Distribution Distribution::exponential(double mean) {
  DOORSTROOM_EXPECT(positive(mean));
  return Distribution(std::make_shared<family::Exponential>(mean));
}

Distribution Distribution::lognormal(double median, double sigma) {
  DOORSTROOM_EXPECT(positive(median));
  DOORSTROOM_EXPECT(not_negative(sigma));
  if (sigma == 0) return constant(median);
  return Distribution(std::make_shared<family::Lognormal>(median, sigma));
}

Distribution Distribution::lognormal_mean_cv(double mean, double cv) {
  DOORSTROOM_EXPECT(not_negative(cv));
  return lognormal(mean / std::sqrt(1 + cv * cv), std::sqrt(std::log1p(cv * cv)));
}

Distribution Distribution::gamma(double mean, double cv) {
  DOORSTROOM_EXPECT(positive(mean));
  DOORSTROOM_EXPECT(positive(cv));
  return Distribution(std::make_shared<family::Gamma>(1 / (cv * cv), mean * cv * cv));
}

Distribution Distribution::weibull(double scale, double shape) {
  DOORSTROOM_EXPECT(positive(scale));
  DOORSTROOM_EXPECT(positive(shape));
  return Distribution(std::make_shared<family::Weibull>(scale, shape));
}

Distribution Distribution::uniform(double from, double to) {
  DOORSTROOM_EXPECT(not_negative(from));
  DOORSTROOM_EXPECT(from <= to && std::isfinite(to));
  if (from == to) return constant(from);
  return Distribution(std::make_shared<family::Uniform>(from, to));
}

Distribution Distribution::triangular(double from, double mode, double to) {
  DOORSTROOM_EXPECT(not_negative(from));
  DOORSTROOM_EXPECT(from <= mode && mode <= to && from < to && std::isfinite(to));
  return Distribution(std::make_shared<family::Triangular>(from, mode, to));
}

Distribution Distribution::empirical(std::vector<double> values, std::vector<double> weights) {
  DOORSTROOM_EXPECT(!values.empty());
  if (weights.empty()) weights.assign(values.size(), 1.0);
  DOORSTROOM_EXPECT(weights.size() == values.size());
  DOORSTROOM_EXPECT(std::ranges::all_of(values, not_negative));
  DOORSTROOM_EXPECT(std::ranges::all_of(weights, not_negative));
  DOORSTROOM_EXPECT(std::ranges::any_of(weights, positive));
  return Distribution(std::make_shared<family::Empirical>(values, weights));
}

double Distribution::quantile(double u) const {
  return shape_->quantile(u);
}
double Distribution::cdf(double x) const {
  return x < 0 ? 0 : shape_->cdf(x);
}
double Distribution::mean() const {
  return shape_->mean();
}
double Distribution::smallest() const {
  return shape_->smallest();
}
double Distribution::largest() const {
  return shape_->largest();
}

Distribution Distribution::length_biased() const {
  DOORSTROOM_EXPECT(mean() > 0);
  return Distribution(shape_->length_biased());
}

}  // namespace doorstroom
