#include "results/intervals.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

namespace doorstroom {
namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

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

Interval t_interval(const Welford& sample, double confidence) {
  Interval interval{sample.mean(), no_number, no_number, sample.count()};
  if (sample.count() < 2) return interval;
  const auto n = static_cast<double>(sample.count());
  const boost::math::students_t student(n - 1);
  const double t = boost::math::quantile(boost::math::complement(student, (1 - confidence) / 2));
  const double half = t * std::sqrt(sample.variance() / n);
  interval.low = interval.mean - half;
  interval.high = interval.mean + half;
  return interval;
}

Interval t_interval(const std::vector<double>& values, double confidence) {
  Welford sample;
  for (const double value : values)
    if (!std::isnan(value)) sample.add(value);
  return t_interval(sample, confidence);
}

std::vector<double> sorted_numbers(std::vector<double> values) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  std::sort(values.begin(), values.end());
  return values;
}

}  // namespace doorstroom
