#include "results/stats/emulator.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/error.hpp"
#include "results/stats/intervals.hpp"
#include "results/stats/least_squares.hpp"
#include "results/stats/log_variance.hpp"

namespace doorstroom {
namespace {

using Rows = std::vector<std::vector<double>>;

/// Half the width of a 95% interval of a normal distribution [standard deviation].
constexpr double two_sided = 1.959964;

double product(std::span<const double> a, std::span<const double> b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// 1 and the inputs.
std::vector<double> linear_terms(std::span<const double> point) {
  std::vector<double> terms{1};
  terms.insert(terms.end(), point.begin(), point.end());
  return terms;
}
/// Those and the squares of the inputs.
std::vector<double> quadratic_terms(std::span<const double> point) {
  std::vector<double> terms = linear_terms(point);
  for (const double input : point) terms.push_back(input * input);
  return terms;
}

template <class Terms>
Rows at_points(const Rows& points, Terms terms) {
  Rows rows;
  for (const std::vector<double>& point : points) rows.push_back(terms(point));
  return rows;
}

/// Coefficients of the logarithms of variances, each estimated from so many degrees of freedom.
std::vector<double> log_regression(const Rows& points, const std::vector<double>& variances,
                                   std::uint64_t freedom) {
  const double mean = t_interval(variances).mean;
  if (!(mean > 0)) return {-std::numeric_limits<double>::infinity()};
  std::vector<double> logarithms;
  for (const double variance : variances)
    logarithms.push_back(log_variance(variance, mean, freedom));
  const bool many = points.size() >= 4 * (1 + 2 * points.front().size());
  return least_squares(many ? at_points(points, quadratic_terms) : at_points(points, linear_terms),
                       logarithms);
}

double variance_at(const std::vector<double>& coefficients, std::span<const double> point) {
  if (coefficients.size() == 1) return std::exp(coefficients.front());
  const bool squares = coefficients.size() > 1 + point.size();
  return std::exp(product(coefficients, squares ? quadratic_terms(point) : linear_terms(point)));
}

double sum_of_squares(const std::vector<double>& values) {
  return product(values, values);
}

/// What each replication adds to the mean of each point: [point][replication].
Rows residuals_of(const Rows& outcomes, const std::vector<double>& means) {
  Rows residuals = outcomes;
  for (std::size_t i = 0; i < residuals.size(); ++i)
    for (double& residual : residuals[i]) residual -= means[i];
  return residuals;
}

/// Takes the noise of means apart: into what is common to all points, and their own.
/// @param residuals  on the line
void add_noise(const Rows& points, Rows residuals, EmulatorModel& model) {
  const Rows terms = at_points(points, linear_terms);
  const std::size_t count = terms.front().size();
  const double replications = model.replications;
  model.common_noise.assign(count, std::vector<double>(count, 0.0));
  for (std::size_t r = 0; r < model.replications; ++r) {
    std::vector<double> lucky;
    for (const std::vector<double>& of_point : residuals) lucky.push_back(of_point[r]);
    const std::vector<double> common = least_squares(terms, lucky);
    for (std::size_t i = 0; i < points.size(); ++i) residuals[i][r] -= product(terms[i], common);
    for (std::size_t a = 0; a < count; ++a)
      for (std::size_t b = 0; b < count; ++b)
        model.common_noise[a][b] += common[a] * common[b] / (replications - 1) / replications;
  }
  const auto all = static_cast<double>(points.size());
  std::vector<double> own;
  for (const std::vector<double>& of_point : residuals)
    own.push_back(sum_of_squares(of_point) / (replications - 1) / replications * all /
                  (all - static_cast<double>(count)));
  model.own_noise = log_regression(points, own, model.replications - 1);
  for (const std::vector<double>& point : points)
    model.data.noise.push_back(variance_at(model.own_noise, point));
}

/// How far single replications lie from the mean.
void add_single(const Rows& points, const Rows& residuals, EmulatorModel& model) {
  const double freedom = model.replications - 1.0;
  std::vector<double> variances;
  for (const std::vector<double>& of_point : residuals)
    variances.push_back(sum_of_squares(of_point) / freedom);
  model.single = log_regression(points, variances, model.replications - 1);
  std::vector<double> standardised;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double deviation = std::sqrt(variance_at(model.single, points[i]));
    for (const double residual : residuals[i])
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
  model.data.points = data.points;
  std::vector<double> means;
  for (const std::vector<double>& of_point : data.outcomes)
    means.push_back(t_interval(of_point).mean);
  for (const double mean : means) model.data.values.push_back(model.line.place(mean));
  const Rows residuals = residuals_of(data.outcomes, means);
  Rows on_line = residuals;
  for (std::size_t i = 0; i < means.size(); ++i)
    for (double& residual : on_line[i]) residual *= model.line.slope(means[i]);
  add_noise(data.points, std::move(on_line), model);
  add_single(data.points, residuals, model);
  model.kernel = GaussianProcess(model.data).kernel();
  return model;
}

Emulator::Emulator(EmulatorModel model)
    : model_(std::move(model)), surface_(model_.data, model_.kernel) {}

LinePrediction Emulator::on_line(std::span<const double> point) const {
  const Prediction there = surface_.at(point);
  const std::vector<double> terms = linear_terms(point);
  double common = 0;
  for (std::size_t i = 0; i < terms.size(); ++i)
    common += terms[i] * product(model_.common_noise[i], terms);
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
