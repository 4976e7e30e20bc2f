#pragma once
/// The families behind Distribution, known to distribution.cpp only. Parameters are checked there.

#include <memory>
#include <vector>

#include "engine/distribution.hpp"
#include "engine/gamma_table.hpp"

namespace doorstroom {

class Distribution::Shape {
 public:
  virtual ~Shape() = default;
  virtual double quantile(double u) const = 0;
  virtual double cdf(double x) const = 0;
  virtual double mean() const = 0;
  virtual double smallest() const { return 0; }
  virtual double largest() const;
  virtual std::shared_ptr<const Shape> length_biased() const;
};

namespace family {

struct Constant final : Distribution::Shape {
  explicit Constant(double at) : value(at) {}
  double quantile(double) const override { return value; }
  double cdf(double x) const override { return x < value ? 0 : 1; }
  double mean() const override { return value; }
  double smallest() const override { return value; }
  double largest() const override { return value; }
  std::shared_ptr<const Shape> length_biased() const override;

  double value;
};

struct Exponential final : Distribution::Shape {
  explicit Exponential(double mean) : expected(mean) {}
  double quantile(double u) const override;
  double cdf(double x) const override;
  double mean() const override { return expected; }
  std::shared_ptr<const Shape> length_biased() const override;

  double expected;
};

struct Lognormal final : Distribution::Shape {
  Lognormal(double middle, double deviation) : median(middle), sigma(deviation) {}
  double quantile(double u) const override;
  double cdf(double x) const override;
  double mean() const override;
  std::shared_ptr<const Shape> length_biased() const override;

  double median;
  double sigma;
};

struct Gamma final : Distribution::Shape {
  Gamma(double shape, double factor) : table(shape), scale(factor) {}
  double quantile(double u) const override;
  double cdf(double x) const override;
  double mean() const override { return table.shape() * scale; }
  std::shared_ptr<const Shape> length_biased() const override;

  GammaTable table;
  double scale;
};

struct Weibull final : Distribution::Shape {
  Weibull(double factor, double exponent) : scale(factor), shape(exponent) {}
  double quantile(double u) const override;
  double cdf(double x) const override;
  double mean() const override;
  std::shared_ptr<const Shape> length_biased() const override;

  double scale;
  double shape;
};

/// (X / scale)^shape is exponential; length-biased, it is gamma with shape 1 + 1 / shape.
struct BiasedWeibull final : Distribution::Shape {
  explicit BiasedWeibull(const Weibull& plain) : weibull(plain), table(1 + 1 / plain.shape) {}
  double quantile(double u) const override;
  double cdf(double x) const override;
  double mean() const override;

  Weibull weibull;
  GammaTable table;
};

struct Uniform final : Distribution::Shape {
  Uniform(double lowest, double highest) : from(lowest), to(highest) {}
  double quantile(double u) const override { return from + u * (to - from); }
  double cdf(double x) const override;
  double mean() const override { return (from + to) / 2; }
  double smallest() const override { return from; }
  double largest() const override { return to; }
  std::shared_ptr<const Shape> length_biased() const override;

  double from;
  double to;
};

struct BiasedUniform final : Distribution::Shape {
  explicit BiasedUniform(const Uniform& plain) : from(plain.from), to(plain.to) {}
  double quantile(double u) const override;
  double cdf(double x) const override;
  double mean() const override;
  double smallest() const override { return from; }
  double largest() const override { return to; }

  double from;
  double to;
};

struct Triangular final : Distribution::Shape {
  Triangular(double lowest, double top, double highest) : from(lowest), mode(top), to(highest) {}
  double quantile(double u) const override;
  double cdf(double x) const override;
  double mean() const override { return (from + mode + to) / 3; }
  double smallest() const override { return from; }
  double largest() const override { return to; }
  std::shared_ptr<const Shape> length_biased() const override;

  double from;
  double mode;
  double to;
};

struct BiasedTriangular final : Distribution::Shape {
  explicit BiasedTriangular(const Triangular& plain) : triangular(plain) {}
  double quantile(double u) const override;
  double cdf(double x) const override;
  double mean() const override;
  double smallest() const override { return triangular.from; }
  double largest() const override { return triangular.to; }

  /// Probability of a value below the mode and at most `rise` above the smallest.
  double below(double rise) const;
  /// Probability of a value above the mode and at most `fall` below the largest.
  double above(double fall) const;

  Triangular triangular;
};

struct Empirical final : Distribution::Shape {
  Empirical(const std::vector<double>& unsorted, const std::vector<double>& weights);
  double quantile(double u) const override;
  double cdf(double x) const override;
  double mean() const override { return expected; }
  double smallest() const override { return values.front(); }
  double largest() const override { return values.back(); }
  std::shared_ptr<const Shape> length_biased() const override;

  std::vector<double> values;      ///< ascending, those with a weight
  std::vector<double> cumulative;  ///< weight of all values so far
  double expected = 0;
};

}  // namespace family
}  // namespace doorstroom
