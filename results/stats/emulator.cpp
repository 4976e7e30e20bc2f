#include "results/stats/emulator.hpp"

#include <Eigen/Core>
#include <Eigen/QR>
#include <algorithm>
#include <boost/math/special_functions/digamma.hpp>
#include <cmath>
#include <utility>

#include "engine/error.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;
using Rows = std::vector<std::vector<double>>;

/// Half the width of a 95% interval [standard deviation].
const double two_sided = t_quantile(1'000'000);
/// A variance below this share of the mean one is taken for as much, so that it has a logarithm.
constexpr double least_share = 1e-3;

/// 1 and the inputs; with squares, those as well.
Vector terms_of(std::span<const double> point, bool squares) {
  const auto inputs = static_cast<Eigen::Index>(point.size());
  const Eigen::Map<const Vector> x(point.data(), inputs);
  Vector terms(squares ? 1 + 2 * inputs : 1 + inputs);
  terms(0) = 1;
  terms.segment(1, inputs) = x;
  if (squares) terms.tail(inputs) = x.cwiseAbs2();
  return terms;
}

Matrix terms_of(const Rows& points, bool squares) {
  Matrix terms(points.size(), terms_of(points.front(), squares).size());
  for (std::size_t i = 0; i < points.size(); ++i)
    terms.row(static_cast<Eigen::Index>(i)) = terms_of(points[i], squares).transpose();
  return terms;
}

/// Coefficients of the logarithms of variances, each estimated from so many degrees of freedom.
/// The mean logarithm of a variance that is estimated from k is too low by log(k/2) - digamma(k/2).
std::vector<double> log_regression(const Rows& points, Vector variances, double freedom) {
  const double mean = variances.mean();
  if (!(mean > 0)) {
    std::vector<double> none(points.front().size() + 1, 0.0);
    none.front() = -std::numeric_limits<double>::infinity();
    return none;
  }
  const double too_low = std::log(freedom / 2) - boost::math::digamma(freedom / 2);
  const Vector logarithms = variances.cwiseMax(least_share * mean).array().log() + too_low;
  const bool squares = points.size() >= 4 * (1 + 2 * points.front().size());
  const Vector coefficients = terms_of(points, squares).colPivHouseholderQr().solve(logarithms);
  return {coefficients.begin(), coefficients.end()};
}

double variance_at(const std::vector<double>& coefficients, std::span<const double> point) {
  if (std::isinf(coefficients.front())) return 0;
  const bool squares = coefficients.size() > 1 + point.size();
  const Eigen::Map<const Vector> terms(coefficients.data(),
                                       static_cast<Eigen::Index>(coefficients.size()));
  return std::exp(terms.dot(terms_of(point, squares)));
}

std::vector<double> means_of(const Rows& outcomes) {
  std::vector<double> means;
  for (const std::vector<double>& of_point : outcomes) means.push_back(t_interval(of_point).mean);
  return means;
}

/// What each replication adds to the mean of each point.
Matrix residuals_of(const Rows& outcomes, const std::vector<double>& means) {
  Matrix residuals(outcomes.size(), outcomes.front().size());
  for (std::size_t i = 0; i < outcomes.size(); ++i)
    for (std::size_t r = 0; r < outcomes[i].size(); ++r)
      residuals(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(r)) =
          outcomes[i][r] - means[i];
  return residuals;
}

/// Takes the noise of means apart: into what is common to all points, and their own.
void add_noise(const Rows& points, Matrix residuals, EmulatorModel& model) {
  for (std::size_t i = 0; i < points.size(); ++i)
    residuals.row(static_cast<Eigen::Index>(i)) *=
        model.line.slope(model.line.outcome(model.data.values[i]));
  const Matrix terms = terms_of(points, false);
  const Matrix common = terms.colPivHouseholderQr().solve(residuals);
  const double replications = model.replications;
  const Matrix covariance = common * common.transpose() / (replications - 1) / replications;
  for (const auto& row : covariance.rowwise())
    model.common_noise.emplace_back(row.begin(), row.end());
  const double points_left = static_cast<double>(terms.rows() - terms.cols());
  const Vector own = (residuals - terms * common).rowwise().squaredNorm() / (replications - 1) /
                     replications * static_cast<double>(terms.rows()) / points_left;
  model.own_noise = log_regression(points, own, replications - 1);
  for (const std::vector<double>& point : points)
    model.data.noise.push_back(variance_at(model.own_noise, point));
}

/// How far single replications lie from the mean.
void add_single(const Rows& points, const Matrix& residuals, EmulatorModel& model) {
  const Vector variances =
      residuals.rowwise().squaredNorm() / static_cast<double>(residuals.cols() - 1);
  model.single = log_regression(points, variances, static_cast<double>(residuals.cols() - 1));
  std::vector<double> standardised;
  for (Eigen::Index i = 0; i < residuals.rows(); ++i) {
    const double deviation =
        std::sqrt(variance_at(model.single, points[static_cast<std::size_t>(i)]));
    for (const double residual : residuals.row(i))
      standardised.push_back(deviation > 0 ? residual / deviation : 0);
  }
  const Estimate all = estimate_of(standardised);
  model.single_p10 = all.p10;
  model.single_p90 = all.p90;
}

}  // namespace

EmulatorModel fit_emulator(const EmulatorData& data) {
  DOORSTROOM_EXPECT(!data.points.empty() && data.points.size() == data.outcomes.size() &&
                    data.points.size() > data.points.front().size() + 2);
  EmulatorModel model;
  model.line = OutcomeLine::of(data.scale, data.outcomes);
  model.replications = static_cast<std::uint32_t>(data.outcomes.front().size());
  DOORSTROOM_EXPECT(model.replications >= 3);
  const std::vector<double> means = means_of(data.outcomes);
  model.data.points = data.points;
  for (const double mean : means) model.data.values.push_back(model.line.place(mean));
  const Matrix residuals = residuals_of(data.outcomes, means);
  add_noise(data.points, residuals, model);
  add_single(data.points, residuals, model);
  model.kernel = GaussianProcess(model.data).kernel();
  return model;
}

Emulator::Emulator(EmulatorModel model)
    : model_(std::move(model)), surface_(model_.data, model_.kernel) {}

LinePrediction Emulator::on_line(std::span<const double> point) const {
  const Prediction there = surface_.at(point);
  const Vector terms = terms_of(point, false);
  double common = 0;
  for (Eigen::Index i = 0; i < terms.size(); ++i)
    for (Eigen::Index j = 0; j < terms.size(); ++j)
      common += terms(i) * terms(j) *
                model_.common_noise[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
  return {there.mean, there.variance, std::max(0.0, common), variance_at(model_.own_noise, point)};
}

Emulated Emulator::at(std::span<const double> point) const {
  const LinePrediction there = on_line(point);
  const OutcomeLine& line = model_.line;
  const auto within = [&](double half_width) {
    return Bounds{line.outcome(there.mean - half_width), line.outcome(there.mean + half_width)};
  };
  const double mean = line.outcome(there.mean);
  const double deviation = std::sqrt(variance_at(model_.single, point));
  return {mean, within(t_quantile(model_.replications) * std::sqrt(there.common)),
          within(two_sided * std::sqrt(there.emulator)),
          line.within_range(mean + model_.single_p10 * deviation),
          line.within_range(mean + model_.single_p90 * deviation)};
}

bool Emulator::agrees(std::span<const double> point, double simulated) const {
  const LinePrediction there = on_line(point);
  return std::abs(model_.line.place(simulated) - there.mean) <=
         two_sided * std::sqrt(there.emulator + there.own);
}

}  // namespace doorstroom
