#include "results/stats/intervals.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace doorstroom {

Welford::Welford(std::uint64_t count, double mean, double m2)
    : count_(count), mean_(count == 0 ? 0 : mean), m2_(count == 0 ? 0 : m2) {}

void Welford::add(double value) {
  ++count_;
  const double difference = value - mean_;
  mean_ += difference / static_cast<double>(count_);
  m2_ += difference * (value - mean_);
}

double Welford::mean() const {
  return count_ == 0 ? no_number : mean_;
}

double Welford::variance() const {
  return count_ < 2 ? no_number : m2_ / static_cast<double>(count_ - 1);
}

double t_quantile(std::uint64_t count, double confidence) {
  if (count < 2) return no_number;
  const boost::math::students_t student(static_cast<double>(count) - 1);
  return boost::math::quantile(boost::math::complement(student, (1 - confidence) / 2));
}

Interval interval_with(const Welford& sample, double t) {
  const double half = t * std::sqrt(sample.variance() / static_cast<double>(sample.count()));
  return {sample.mean(), sample.mean() - half, sample.mean() + half, sample.count()};
}

Interval t_interval(const Welford& sample, double confidence) {
  return interval_with(sample, t_quantile(sample.count(), confidence));
}

Interval t_interval(const std::vector<double>& values, double confidence) {
  Welford sample;
  for (const double value : values)
    if (!std::isnan(value)) sample.add(value);
  return t_interval(sample, confidence);
}

Estimate estimate_of(const std::vector<double>& values) {
  const std::vector<double> sorted = sorted_numbers(values);
  return {t_interval(values), quantile(sorted, 0.1), quantile(sorted, 0.9)};
}

std::vector<double> sorted_numbers(std::vector<double> values) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  std::sort(values.begin(), values.end());
  return values;
}

}  // namespace doorstroom
