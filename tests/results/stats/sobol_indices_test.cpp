#include "results/stats/sobol_indices.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <limits>
#include <map>
#include <numbers>
#include <sstream>
#include <string>

#include "engine/random.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {
namespace {

using testing::Each;
using testing::IsEmpty;
using testing::IsNan;
using testing::SizeIs;

using Outcomes = std::vector<std::vector<double>>;
using Function = std::function<double(const DesignPoint&)>;

Outcomes outcomes_of(const Function& f, std::uint32_t rows, std::size_t inputs,
                     std::uint32_t seed) {
  Outcomes outcomes;
  for (const std::vector<DesignPoint>& row : saltelli_rows(0, rows, inputs, seed)) {
    std::vector<double>& of = outcomes.emplace_back();
    for (const DesignPoint& point : row) of.push_back(f(point));
  }
  return outcomes;
}

/// Ishigami and Homma (1990), with a = 7 and b = 0.1.
double ishigami(const DesignPoint& x) {
  const auto angle = [&](std::size_t i) { return std::numbers::pi * (2 * x[i] - 1); };
  return std::sin(angle(0)) + 7 * std::pow(std::sin(angle(1)), 2) +
         0.1 * std::pow(angle(2), 4) * std::sin(angle(0));
}

struct Truth {
  std::vector<double> first;
  std::vector<double> total;
};

Truth truth_of_ishigami() {
  const double pi4 = std::pow(std::numbers::pi, 4);
  const double first = 0.5 * std::pow(1 + 0.1 * pi4 / 5, 2);
  const double second = 49. / 8;
  const double both = 0.01 * pi4 * pi4 * 8 / 225;  // of the first and the third
  const double all = first + second + both;
  return {{first / all, second / all, 0}, {(first + both) / all, second / all, both / all}};
}

const std::vector<double> g_weights{0, 1, 4.5, 9, 99, 99};

/// Sobol' (1993): the product of (|4 x - 2| + a) / (1 + a).
double g_function(const DesignPoint& x) {
  double product = 1;
  for (std::size_t i = 0; i < x.size(); ++i)
    product *= (std::abs(4 * x[i] - 2) + g_weights[i]) / (1 + g_weights[i]);
  return product;
}

Truth truth_of_g() {
  std::vector<double> alone;
  double all = 1;
  for (const double a : g_weights) {
    alone.push_back(1 / (3 * (1 + a) * (1 + a)));
    all *= 1 + alone.back();
  }
  Truth truth;
  for (const double v : alone) {
    truth.first.push_back(v / (all - 1));
    truth.total.push_back(v * all / (1 + v) / (all - 1));
  }
  return truth;
}

void expect_near(const std::vector<SobolIndices>& found, const Truth& truth, double error) {
  ASSERT_EQ(found.size(), truth.first.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_NEAR(found[i].first, truth.first[i], error) << "input " << i;
    EXPECT_NEAR(found[i].total, truth.total[i], error) << "input " << i;
    EXPECT_LE(found[i].first_bounds.low, found[i].first);
    EXPECT_GE(found[i].first_bounds.high, found[i].first);
    EXPECT_LE(found[i].total_bounds.low, found[i].total);
    EXPECT_GE(found[i].total_bounds.high, found[i].total);
  }
}

TEST(SaltelliRows, hold_a_b_and_a_with_one_coordinate_of_b) {
  const auto rows = saltelli_rows(0, 8, 3, 5);
  const std::vector<DesignPoint> both = sobol_points(0, 8, 6, 5);
  ASSERT_THAT(rows, SizeIs(8));
  for (std::size_t j = 0; j < 8; ++j) {
    ASSERT_THAT(rows[j], SizeIs(5));
    EXPECT_EQ(rows[j][0], DesignPoint(both[j].begin(), both[j].begin() + 3));
    EXPECT_EQ(rows[j][1], DesignPoint(both[j].begin() + 3, both[j].end()));
    for (std::size_t i = 0; i < 3; ++i)
      for (std::size_t input = 0; input < 3; ++input)
        EXPECT_EQ(rows[j][2 + i][input], rows[j][input == i ? 1 : 0][input]);
  }
  EXPECT_EQ(saltelli_rows(4, 4, 3, 5)[0], rows[4]);
}

TEST(SobolIndices, of_ishigami_and_g_are_those_that_are_known_to_two_digits) {
  const BootstrapPlan few{.resamples = 40};
  expect_near(sobol_indices(outcomes_of(ishigami, 8192, 3, 1), RowLuck::none, few),
              truth_of_ishigami(), 0.005);
  expect_near(sobol_indices(outcomes_of(g_function, 8192, 6, 1), RowLuck::none, few), truth_of_g(),
              0.005);
}

/// f(A) = 0, f(B) = 2 and 4; V = ((0 - 1.5)^2 + (2 - 1.5)^2 + ...) / 4 with a mean of 1.5.
TEST(SobolIndices, of_two_rows_by_hand) {
  const Outcomes outcomes{{0, 2, 2, 0}, {0, 4, 3, 1}};
  const double v = (2.25 + 0.25 + 2.25 + 6.25) / 4;
  const std::vector<SobolIndices> pooled = sobol_indices(outcomes, RowLuck::none);
  EXPECT_NEAR(pooled[0].first, 1 - (0 + 1) / 4. / v, 1e-12);
  EXPECT_NEAR(pooled[0].total, (4 + 9) / 4. / v, 1e-12);
  EXPECT_NEAR(pooled[1].first, 1 - (4 + 9) / 4. / v, 1e-12);
  EXPECT_NEAR(pooled[1].total, (0 + 1) / 4. / v, 1e-12);
  const double apart = (4 + 16) / 4.;
  const std::vector<SobolIndices> within = sobol_indices(outcomes, RowLuck::shared);
  EXPECT_NEAR(within[0].first, 1 - (0 + 1) / 4. / apart, 1e-12);
  EXPECT_NEAR(within[0].total, (4 + 9) / 4. / apart, 1e-12);
}

double luck_of(std::uint32_t seed, std::uint32_t row) {
  return uniform({seed, 0}, {.source = hash32("sobol_indices_test"), .person = row});
}

/// 3 x0 + x1 and luck that the points of a row share, of a variance far above that of the inputs.
TEST(SobolIndices, hold_no_luck_that_the_points_of_a_row_share) {
  Outcomes outcomes = outcomes_of([](const DesignPoint& x) { return 3 * x[0] + x[1]; }, 2048, 3, 1);
  const std::vector<SobolIndices> without = sobol_indices(outcomes, RowLuck::shared);
  for (std::uint32_t row = 0; row < outcomes.size(); ++row)
    for (double& outcome : outcomes[row]) outcome += 20 * luck_of(1, row);
  const std::vector<SobolIndices> found = sobol_indices(outcomes, RowLuck::shared);
  const double truth[] = {0.9, 0.1, 0};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(found[i].first, truth[i], 0.02);
    EXPECT_NEAR(found[i].total, truth[i], 0.02);
    EXPECT_NEAR(found[i].first, without[i].first, 1e-9);
    EXPECT_NEAR(found[i].total, without[i].total, 1e-9);
  }
  // What would be said if the rows' luck were taken for the inputs': all are nearly 1 first, 0
  // total.
  EXPECT_GT(sobol_indices(outcomes, RowLuck::none)[2].first, 0.9);
}

/// Luck of each point by itself is a share of V in every total index, and of none of the first.
TEST(SobolIndices, hold_luck_of_single_points_as_total_indices) {
  std::uint32_t point = 0;
  const Outcomes outcomes = outcomes_of(
      [&](const DesignPoint& x) { return x[0] + std::sqrt(0.25) * luck_of(2, point++); }, 8192, 2,
      1);
  const std::vector<SobolIndices> found = sobol_indices(outcomes, RowLuck::shared);
  EXPECT_NEAR(found[0].first, 0.8, 0.03);
  EXPECT_NEAR(found[0].total, 1, 0.03);
  EXPECT_NEAR(found[1].first, 0, 0.03);
  EXPECT_NEAR(found[1].total, 0.2, 0.01);
}

/// Over seeds, each of which shifts the sequence.
TEST(SobolIndices, have_bounds_that_hold_the_truth_at_least_as_often_as_they_say) {
  const Truth truth = truth_of_ishigami();
  for (const RowLuck luck : {RowLuck::none, RowLuck::shared}) {
    int first = 0, total = 0;
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
      const std::vector<SobolIndices> found =
          sobol_indices(outcomes_of(ishigami, 128, 3, seed), luck, {.resamples = 400});
      const auto held = [](const Bounds& bounds, double value) {
        return bounds.low <= value && value <= bounds.high;
      };
      first += held(found[1].first_bounds, truth.first[1]);
      total += held(found[0].total_bounds, truth.total[0]);
    }
    EXPECT_GE(first, 0.93 * 200);
    EXPECT_GE(total, 0.93 * 200);
  }
}

TEST(SobolIndices, leave_out_rows_without_data_and_say_nothing_without_spread) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const Outcomes outcomes{{0, 2, 2}, {none, 4, 3}, {0, 4, 3}, {1, 2, none}};
  EXPECT_EQ(sobol_indices(outcomes, RowLuck::none)[0].total,
            sobol_indices(Outcomes{{0, 2, 2}, {0, 4, 3}}, RowLuck::none)[0].total);
  for (const Outcomes& of : {Outcomes{{1, 1, 1}, {1, 1, 1}}, Outcomes{{none, 1, 1}}}) {
    const std::vector<SobolIndices> found = sobol_indices(of, RowLuck::none);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].first, IsNan());
    EXPECT_THAT(found[0].total_bounds.high, IsNan());
  }
  EXPECT_THAT(sobol_indices({}, RowLuck::none), IsEmpty());
}

// OpenTURNS as the oracle: a table made by sobol_openturns.py.

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::stringstream stream(line);
  for (std::string field; std::getline(stream, field, ',');) fields.push_back(field);
  return fields;
}

/// Its estimators are these sums by 2n - 1 instead of 2n, and its variance that of f(A), with n
/// - 1.
TEST(SobolIndices, are_those_of_openturns_on_the_same_outcomes) {
  std::map<std::string, Outcomes> outcomes, theirs;
  std::ifstream table(DOORSTROOM_SOURCE_DIR "/tests/results/stats/sobol_openturns.csv");
  for (std::string line; std::getline(table, line);) {
    const std::vector<std::string> fields = fields_of(line);
    std::vector<double>& numbers =
        (fields[0] == "outcomes" ? outcomes : theirs)[fields[1]].emplace_back();
    for (std::size_t i = 3; i < fields.size(); ++i)
      numbers.push_back(std::strtod(fields[i].c_str(), nullptr));
  }
  ASSERT_THAT(outcomes, SizeIs(2));
  for (const auto& [name, rows] : outcomes) {
    Welford of_a, of_both;
    for (const std::vector<double>& row : rows) {
      of_a.add(row[0]);
      of_both.add(row[0]);
      of_both.add(row[1]);
    }
    const auto n = static_cast<double>(rows.size());
    const double scale = of_both.m2() / (2 * n - 1) / of_a.variance();
    const std::vector<SobolIndices> found = sobol_indices(rows, RowLuck::none);
    ASSERT_EQ(found.size(), theirs[name].size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_NEAR(1 - (1 - found[i].first) * scale, theirs[name][i][0], 1e-12) << name << i;
      EXPECT_NEAR(found[i].total * scale, theirs[name][i][1], 1e-12) << name << i;
    }
  }
}

}  // namespace
}  // namespace doorstroom
