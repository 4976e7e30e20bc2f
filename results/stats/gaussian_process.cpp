#include "results/stats/gaussian_process.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <nlopt.hpp>
#include <optional>
#include <utility>

#include "engine/error.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

const double root5 = std::sqrt(5.0);

/// What keeps a matrix with two points that nearly coincide from being singular, as a share of s2.
constexpr double jitter = 1e-9;

Vector vector_of(std::span<const double> values) {
  return Eigen::Map<const Vector>(values.data(), static_cast<Eigen::Index>(values.size()));
}
std::vector<double> numbers_of(const Vector& values) {
  return {values.begin(), values.end()};
}

Matrix matrix_of(const std::vector<std::vector<double>>& points) {
  Matrix matrix(points.size(), points.front().size());
  for (std::size_t i = 0; i < points.size(); ++i)
    matrix.row(static_cast<Eigen::Index>(i)) = vector_of(points[i]).transpose();
  return matrix;
}

/// Columns of the trend: 1, then the inputs.
Matrix with_constant(const Matrix& points) {
  Matrix columns(points.rows(), points.cols() + 1);
  columns << Vector::Ones(points.rows()), points;
  return columns;
}

double correlation(double distance) {
  const double scaled = root5 * distance;
  return (1 + scaled + scaled * scaled / 3) * std::exp(-scaled);
}
/// Derivative of the correlation to the logarithm of a length, divided by ((x - x') / length)^2.
double correlation_slope(double distance) {
  const double scaled = root5 * distance;
  return 5.0 / 3 * (1 + scaled) * std::exp(-scaled);
}

/// Distances between the points, in lengths.
Matrix distances_between(const Matrix& points, const Vector& lengths) {
  const Matrix scaled = points * lengths.cwiseInverse().asDiagonal();
  Matrix distances(points.rows(), points.rows());
  for (Eigen::Index i = 0; i < points.rows(); ++i)
    for (Eigen::Index j = 0; j <= i; ++j)
      distances(i, j) = distances(j, i) = (scaled.row(i) - scaled.row(j)).norm();
  return distances;
}

}  // namespace

/// The kriging equations, solved for one kernel.
struct KrigingEquations {
  Matrix points;
  Matrix columns;                  ///< of the trend, H
  Matrix distances;                ///< in lengths
  Eigen::LLT<Matrix> covariances;  ///< of the values, K
  Matrix whitened;                 ///< L^-1 H, where K = L L'
  Eigen::LLT<Matrix> information;  ///< H' K^-1 H
  Vector trend;
  Vector weights;  ///< K^-1 (values - H trend)
  double log_likelihood = 0;

  KrigingEquations(const GaussianProcessData& data, const Kernel& kernel)
      : points(matrix_of(data.points)),
        columns(with_constant(points)),
        distances(distances_between(points, vector_of(kernel.lengths))) {
    Matrix matrix = kernel.variance * distances.unaryExpr(&correlation);
    matrix.diagonal() += vector_of(data.noise);
    matrix.diagonal().array() += kernel.variance * jitter;
    covariances.compute(matrix);
    const Vector values = vector_of(data.values);
    whitened = covariances.matrixL().solve(columns);
    information.compute(whitened.transpose() * whitened);
    trend = information.solve(whitened.transpose() * Vector(covariances.matrixL().solve(values)));
    const Vector left = values - columns * trend;
    weights = covariances.solve(left);
    const auto log_of = [](const Eigen::LLT<Matrix>& factor) {
      return 2 * factor.matrixLLT().diagonal().array().log().sum();
    };
    log_likelihood = -(log_of(covariances) + log_of(information) + left.dot(weights)) / 2;
    if (covariances.info() != Eigen::Success || information.info() != Eigen::Success)
      log_likelihood = no_number;
  }

  /// The matrix that takes the trend out: K^-1 - K^-1 H (H' K^-1 H)^-1 H' K^-1.
  Matrix projection() const {
    const Matrix inverse = covariances.solve(Matrix::Identity(points.rows(), points.rows()));
    const Matrix solved = covariances.solve(columns);
    return inverse - solved * information.solve(solved.transpose());
  }

  /// Slopes of the logarithm of the likelihood, to the logarithms of the lengths and of s2.
  Vector slopes(const Kernel& kernel) const {
    const Matrix pull = weights * weights.transpose() - projection();
    const Matrix along =
        kernel.variance * pull.cwiseProduct(distances.unaryExpr(&correlation_slope));
    const Vector sums = along.rowwise().sum();
    Vector slopes(points.cols() + 1);
    for (Eigen::Index k = 0; k < points.cols(); ++k) {
      const Vector x = points.col(k) / kernel.lengths[static_cast<std::size_t>(k)];
      slopes(k) = x.cwiseAbs2().dot(sums) - x.dot(along * x);
    }
    const double with_itself = pull.diagonal().sum() * jitter;
    slopes(points.cols()) =
        kernel.variance *
        (pull.cwiseProduct(distances.unaryExpr(&correlation)).sum() + with_itself) / 2;
    return slopes;
  }
};

namespace {

/// Between which values the lengths are sought, for inputs on [0, 1].
constexpr double shortest = 0.05;
constexpr double longest = 50;
/// Likewise s2, as a multiple of the variance of the values.
constexpr double least_variance = 1e-4;
constexpr double most_variance = 1e3;
/// Where the search begins, each in turn: the likelihood may have several tops.
constexpr std::array first_lengths{0.4, 1.5, 6.0};
constexpr int most_steps = 200;

/// The search for the kernel of the largest likelihood.
class KernelSearch {
 public:
  explicit KernelSearch(const GaussianProcessData& data) : data_(data) {
    Welford spread;
    for (const double value : data.values) spread.add(value);
    scale_ = std::max(spread.variance(), std::numeric_limits<double>::min() * 1e20);
  }

  Kernel best() {
    for (const double length : first_lengths) climb(length);
    DOORSTROOM_EXPECT(best_.has_value());
    return *best_;
  }

 private:
  Kernel kernel_of(const std::vector<double>& logarithms) const {
    Kernel kernel{logarithms, scale_ * std::exp(logarithms.back())};
    kernel.lengths.pop_back();
    for (double& length : kernel.lengths) length = std::exp(length);
    return kernel;
  }

  void climb(double length) {
    const std::size_t inputs = data_.points.front().size();
    std::vector<double> low(inputs + 1, std::log(shortest));
    std::vector<double> high(inputs + 1, std::log(longest));
    low.back() = std::log(least_variance);
    high.back() = std::log(most_variance);
    nlopt::opt search(nlopt::LD_LBFGS, static_cast<unsigned>(inputs + 1));
    search.set_lower_bounds(low);
    search.set_upper_bounds(high);
    search.set_max_objective(&KernelSearch::likelihood, this);
    search.set_ftol_rel(1e-9);
    search.set_maxeval(most_steps);
    std::vector<double> at(inputs + 1, std::log(length));
    at.back() = 0;
    double reached = 0;
    try {
      search.optimize(at, reached);
    } catch (const std::runtime_error&) {  // rounding stopped the search near the top
    }
  }

  static double likelihood(const std::vector<double>& at, std::vector<double>& slopes,
                           void* search) {
    return static_cast<KernelSearch*>(search)->likelihood_at(at, slopes);
  }
  double likelihood_at(const std::vector<double>& at, std::vector<double>& slopes) {
    const Kernel kernel = kernel_of(at);
    const KrigingEquations equations(data_, kernel);
    if (std::isnan(equations.log_likelihood)) {
      std::ranges::fill(slopes, 0.0);
      return -std::numeric_limits<double>::max();
    }
    if (!slopes.empty()) slopes = numbers_of(equations.slopes(kernel));
    if (equations.log_likelihood > highest_) {
      highest_ = equations.log_likelihood;
      best_ = kernel;
    }
    return equations.log_likelihood;
  }

  const GaussianProcessData& data_;
  double scale_ = 0;
  std::optional<Kernel> best_;
  double highest_ = -std::numeric_limits<double>::infinity();
};

}  // namespace

GaussianProcess::GaussianProcess(GaussianProcessData data)
    : GaussianProcess(std::move(data), Kernel{}) {}

GaussianProcess::GaussianProcess(GaussianProcessData data, Kernel kernel)
    : data_(std::move(data)), kernel_(std::move(kernel)) {
  DOORSTROOM_EXPECT(!data_.points.empty() && data_.values.size() == data_.points.size() &&
                    data_.noise.size() == data_.points.size() &&
                    data_.points.size() > data_.points.front().size() + 2);
  if (kernel_.lengths.empty()) kernel_ = KernelSearch(data_).best();
  equations_ = std::make_shared<const KrigingEquations>(data_, kernel_);
  DOORSTROOM_EXPECT(!std::isnan(equations_->log_likelihood));
}

Prediction GaussianProcess::at(std::span<const double> point) const {
  const KrigingEquations& of = *equations_;
  const Vector lengths = vector_of(kernel_.lengths);
  const Vector place = vector_of(point);
  const Vector distances =
      ((of.points.rowwise() - place.transpose()) * lengths.cwiseInverse().asDiagonal())
          .rowwise()
          .norm();
  const Vector near = kernel_.variance * distances.unaryExpr(&correlation);
  Vector trend(place.size() + 1);
  trend << 1, place;
  const Vector whitened = of.covariances.matrixL().solve(near);
  const Vector unexplained = trend - of.whitened.transpose() * whitened;
  const double variance = kernel_.variance - whitened.squaredNorm() +
                          unexplained.dot(of.information.solve(unexplained));
  return {trend.dot(of.trend) + near.dot(of.weights), std::max(0.0, variance)};
}

std::vector<Prediction> GaussianProcess::without_each() const {
  const Vector precisions = equations_->projection().diagonal();
  std::vector<Prediction> predictions;
  for (Eigen::Index i = 0; i < precisions.size(); ++i)
    predictions.push_back(
        {data_.values[static_cast<std::size_t>(i)] - equations_->weights(i) / precisions(i),
         1 / precisions(i)});
  return predictions;
}

std::vector<double> GaussianProcess::trend() const {
  return numbers_of(equations_->trend);
}

std::vector<double> GaussianProcess::weights() const {
  return numbers_of(equations_->weights);
}

double GaussianProcess::log_likelihood() const {
  return equations_->log_likelihood;
}

}  // namespace doorstroom
