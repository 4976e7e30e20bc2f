#include "results/stats/gaussian_process.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>

#include "results/stats/design_points.hpp"

namespace doorstroom {
namespace {

using testing::DoubleNear;
using testing::SizeIs;

using Surface = std::function<double(const DesignPoint&)>;

double wavy(const DesignPoint& x) {
  return 3 * x[0] + std::sin(5 * x[0]) * std::cos(4 * x[1]) + x[1] * x[1];
}

GaussianProcessData values_of(const Surface& surface, std::uint32_t points, double noise = 0) {
  GaussianProcessData data{latin_hypercube(points, 2, 1), {}, {}};
  for (const DesignPoint& point : data.points) {
    data.values.push_back(surface(point));
    data.noise.push_back(noise);
  }
  return data;
}

TEST(GaussianProcess, goes_through_values_without_noise) {
  const GaussianProcessData data = values_of(wavy, 30);
  const GaussianProcess process(data);
  for (std::size_t i = 0; i < data.points.size(); ++i) {
    const Prediction there = process.at(data.points[i]);
    EXPECT_NEAR(there.mean, data.values[i], 1e-5);
    EXPECT_NEAR(there.variance, 0, 1e-6);
  }
}

TEST(GaussianProcess, of_a_plane_is_that_plane_outside_the_points_too) {
  const Surface plane = [](const DesignPoint& x) { return 2 - 3 * x[0] + 0.5 * x[1]; };
  const GaussianProcess process(values_of(plane, 12, 1e-4));
  for (const DesignPoint& point : {DesignPoint{0.3, 0.6}, {1.5, -1}})
    EXPECT_NEAR(process.at(point).mean, plane(point), 1e-6);
}

TEST(GaussianProcess, predicts_a_bent_surface_between_its_points) {
  const GaussianProcess process(values_of(wavy, 40, 1e-6));
  double worst = 0;
  int covered = 0;
  const std::vector<DesignPoint> fresh = latin_hypercube(100, 2, 2);
  for (const DesignPoint& point : fresh) {
    const Prediction there = process.at(point);
    const double off = std::abs(there.mean - wavy(point));
    worst = std::max(worst, off);
    covered += off <= 1.96 * std::sqrt(there.variance) ? 1 : 0;
  }
  EXPECT_LT(worst, 0.2);  // of a range of 5
  EXPECT_GE(covered, 90);
}

TEST(GaussianProcess, gives_an_input_that_does_nothing_a_long_length) {
  const GaussianProcess process(
      values_of([](const DesignPoint& x) { return std::sin(6 * x[0]); }, 30, 1e-6));
  EXPECT_GT(process.kernel().lengths[1], 10 * process.kernel().lengths[0]);
}

TEST(GaussianProcess, takes_the_kernel_of_the_largest_likelihood) {
  const GaussianProcessData data = values_of(wavy, 25, 1e-4);
  const GaussianProcess process(data);
  const auto likelihood_with = [&](std::size_t which, double factor) {
    Kernel kernel = process.kernel();
    (which < 2 ? kernel.lengths[which] : kernel.variance) *= factor;
    return GaussianProcess(data, kernel).log_likelihood();
  };
  for (std::size_t which = 0; which < 3; ++which)
    for (const double factor : {0.9, 0.99, 1.01, 1.1})
      EXPECT_LE(likelihood_with(which, factor), process.log_likelihood() + 1e-7)
          << which << " times " << factor;
}

TEST(GaussianProcess, predicts_each_value_from_the_others_as_if_it_had_not_been_there) {
  const GaussianProcessData data = values_of(wavy, 20, 0.01);
  const Kernel kernel{{0.5, 0.8}, 2};
  const std::vector<Prediction> found = GaussianProcess(data, kernel).without_each();
  ASSERT_THAT(found, SizeIs(20));
  for (const std::size_t left_out : {0U, 7U, 19U}) {
    GaussianProcessData others = data;
    const auto drop = [&](auto& of) { of.erase(of.begin() + static_cast<long>(left_out)); };
    drop(others.points);
    drop(others.values);
    drop(others.noise);
    const Prediction there = GaussianProcess(others, kernel).at(data.points[left_out]);
    EXPECT_NEAR(found[left_out].mean, there.mean, 1e-7);
    EXPECT_NEAR(found[left_out].variance, there.variance + 0.01, 1e-7);
  }
}

TEST(GaussianProcess, is_the_sum_of_its_trend_and_its_weighted_points) {
  const GaussianProcessData data = values_of(wavy, 15, 0.01);
  const Kernel kernel{{0.5, 0.8}, 2};
  const GaussianProcess process(data, kernel);
  const DesignPoint at{0.4, 0.1};
  const std::vector<double> trend = process.trend();
  ASSERT_THAT(trend, SizeIs(3));
  double sum = trend[0] + trend[1] * at[0] + trend[2] * at[1];
  for (std::size_t i = 0; i < data.points.size(); ++i) {
    const double u = std::sqrt(5.0) * std::hypot((data.points[i][0] - at[0]) / 0.5,
                                                 (data.points[i][1] - at[1]) / 0.8);
    sum += process.weights()[i] * 2 * (1 + u + u * u / 3) * std::exp(-u);
  }
  EXPECT_THAT(process.at(at).mean, DoubleNear(sum, 1e-10));
}

// OpenTURNS as the oracle: a table made by kriging_openturns.py.
TEST(GaussianProcess, predicts_what_openturns_predicts) {
  GaussianProcessData data;
  std::vector<std::vector<double>> predictions;
  std::ifstream table(DOORSTROOM_SOURCE_DIR "/tests/results/stats/kriging_openturns.csv");
  for (std::string line; std::getline(table, line);) {
    std::stringstream stream(line);
    std::string kind, number;
    std::getline(stream, kind, ',');
    std::vector<double> numbers;
    while (std::getline(stream, number, ','))
      numbers.push_back(std::strtod(number.c_str(), nullptr));
    ASSERT_THAT(numbers, SizeIs(4));
    if (kind == "prediction") {
      predictions.push_back(numbers);
      continue;
    }
    data.points.push_back({numbers[0], numbers[1]});
    data.values.push_back(numbers[2]);
    data.noise.push_back(numbers[3]);
  }
  ASSERT_THAT(data.points, SizeIs(25));
  ASSERT_THAT(predictions, SizeIs(6));
  const GaussianProcess process(data, {{0.7, 0.3}, 1.5 * 1.5});
  for (const std::vector<double>& theirs : predictions) {
    const Prediction ours = process.at(std::vector{theirs[0], theirs[1]});
    EXPECT_NEAR(ours.mean, theirs[2], 1e-7);
    EXPECT_NEAR(ours.variance, theirs[3], 1e-7);
  }
}

}  // namespace
}  // namespace doorstroom
