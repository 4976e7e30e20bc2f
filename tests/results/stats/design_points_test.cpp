#include "results/stats/design_points.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "tests/support/languages.hpp"

namespace doorstroom {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Throws;
using testing::ThrowsMessage;
using testing::Truly;

/// How many points lie in each of so many equal parts of a factor's range.
std::vector<int> counts(const std::vector<DesignPoint>& points, std::size_t factor,
                        std::size_t parts) {
  std::vector<int> found(parts);
  for (const DesignPoint& point : points)
    ++found.at(static_cast<std::size_t>(point[factor] * static_cast<double>(parts)));
  return found;
}

double mean_product(const std::vector<DesignPoint>& points, std::size_t a, std::size_t b) {
  double sum = 0;
  for (const DesignPoint& point : points) sum += (point[a] - 0.5) * (point[b] - 0.5);
  return sum / static_cast<double>(points.size());
}

/// Square of the L2 star discrepancy (Warnock 1972). Of n random points its mean is
/// (2^-k - 3^-k) / n.
double discrepancy(const std::vector<DesignPoint>& points) {
  const auto n = static_cast<double>(points.size());
  const std::size_t k = points.front().size();
  double single = 0, pairs = 0;
  for (const DesignPoint& a : points) {
    double product = 1;
    for (const double x : a) product *= 1 - x * x;
    single += product;
    for (const DesignPoint& b : points) {
      product = 1;
      for (std::size_t i = 0; i < k; ++i) product *= 1 - std::max(a[i], b[i]);
      pairs += product;
    }
  }
  return std::pow(3, -static_cast<double>(k)) -
         2 * std::pow(2, -static_cast<double>(k)) * single / n + pairs / (n * n);
}

TEST(LatinHypercube, has_one_point_in_each_stratum_of_each_factor) {
  for (const std::uint32_t count : {1u, 2u, 7u, 100u}) {
    const std::vector<DesignPoint> points = latin_hypercube(count, 5, 17);
    ASSERT_EQ(points.size(), count);
    for (std::size_t factor = 0; factor < 5; ++factor)
      EXPECT_EQ(counts(points, factor, count), std::vector<int>(count, 1));
  }
}

TEST(LatinHypercube, has_each_point_anywhere_in_its_stratum) {
  double sum = 0, squares = 0;
  constexpr std::uint32_t many = 20'000;
  for (const DesignPoint& point : latin_hypercube(many, 1, 3)) {
    const double within = point[0] * many - std::floor(point[0] * many);
    sum += within;
    squares += within * within;
  }
  EXPECT_NEAR(sum / many, 1. / 2, 4 * std::sqrt(1. / 12 / many));
  EXPECT_NEAR(squares / many, 1. / 3, 4 * std::sqrt(4. / 45 / many));
}

TEST(LatinHypercube, pairs_factors_at_random) {
  // Of n points the mean product of two factors has a variance of about 1 / 144 / n.
  double sum = 0, squares = 0;
  constexpr int designs = 400;
  for (std::uint32_t seed = 0; seed < designs; ++seed) {
    const double product = mean_product(latin_hypercube(20, 3, seed), 0, 2);
    sum += product;
    squares += product * product;
  }
  const double variance = 1. / 144 / 19;
  EXPECT_NEAR(sum / designs, 0, 4 * std::sqrt(variance / designs));
  EXPECT_NEAR(squares / designs, variance, 0.3 * variance);
}

TEST(LatinHypercube, is_another_for_each_seed_and_number_and_the_same_again) {
  EXPECT_EQ(latin_hypercube(10, 2, 1), latin_hypercube(10, 2, 1));
  EXPECT_NE(latin_hypercube(10, 2, 1), latin_hypercube(10, 2, 2));
  EXPECT_NE(latin_hypercube(10, 2, 1), latin_hypercube(10, 2, 1, 1));
}

/// The bits of the sequence itself: without the shift, which is what its first point shows.
double unshifted(const std::vector<DesignPoint>& points, std::size_t point, std::size_t factor) {
  const auto bits = [&](std::size_t which) {
    return static_cast<std::uint64_t>(points[which][factor] * 0x1p52);
  };
  return static_cast<double>(bits(point) ^ bits(0)) * 0x1p-52;
}

TEST(Sobol, begins_as_sobol_and_joe_and_kuo_have_it) {
  const std::vector<DesignPoint> points = sobol_points(0, 8, 3, 99);
  const auto factor = [&](std::size_t which) {
    std::vector<double> values;
    for (std::size_t i = 0; i < 8; ++i) values.push_back(unshifted(points, i, which));
    return values;
  };
  EXPECT_THAT(factor(0), ElementsAre(0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125));
  EXPECT_THAT(factor(1), ElementsAre(0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625));
  EXPECT_THAT(factor(2), ElementsAre(0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375));
}

TEST(Sobol, its_first_points_are_a_net_and_the_next_are_one_too) {
  constexpr std::uint32_t n = 64;
  for (const std::uint32_t first : {0u, n, 2 * n, 3 * n}) {
    const std::vector<DesignPoint> points = sobol_points(first, n, 6, 5);
    for (std::size_t factor = 0; factor < 6; ++factor)
      EXPECT_EQ(counts(points, factor, n), std::vector<int>(n, 1)) << first << " " << factor;
    // In the first two factors, one point in each box of 2^a by 2^(6 - a).
    for (int a = 0; a <= 6; ++a) {
      std::set<std::pair<int, int>> boxes;
      for (const DesignPoint& point : points)
        boxes.emplace(point[0] * std::exp2(a), point[1] * std::exp2(6 - a));
      EXPECT_EQ(boxes.size(), n) << a;
    }
  }
}

TEST(Sobol, is_extended_with_all_points_kept) {
  const std::vector<DesignPoint> all = sobol_points(0, 64, 4, 7);
  for (const std::uint32_t first : {0u, 1u, 2u, 16u, 33u}) {
    const std::vector<DesignPoint> some = sobol_points(first, 16, 4, 7);
    EXPECT_TRUE(std::equal(some.begin(), some.end(), all.begin() + first)) << first;
  }
}

TEST(Sobol, has_points_of_its_own_for_each_seed_and_factor_within_the_cube) {
  double sum = 0;
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    const DesignPoint first = sobol_points(0, 1, 2, seed)[0];
    EXPECT_NE(first[0], first[1]);
    for (const double x : first) {
      EXPECT_GT(x, 0);
      EXPECT_LT(x, 1);
    }
    sum += first[1];
  }
  EXPECT_NEAR(sum / 1000, 0.5, 4 * std::sqrt(1. / 12 / 1000));
}

TEST(Sobol, covers_more_evenly_than_a_latin_hypercube_and_that_than_chance) {
  constexpr std::uint32_t n = 128;
  constexpr std::size_t k = 4;
  constexpr int designs = 20;
  const double chance = (std::pow(2, -4) - std::pow(3, -4)) / n;
  double of_random = 0, of_hypercubes = 0, of_sobol = 0;
  for (std::uint32_t seed = 0; seed < designs; ++seed) {
    std::vector<DesignPoint> random(n, DesignPoint(k));
    for (std::uint32_t i = 0; i < n; ++i)
      for (std::uint32_t j = 0; j < k; ++j) random[i][j] = uniform({seed, i}, {.node = j});
    of_random += discrepancy(random) / designs;
    of_hypercubes += discrepancy(latin_hypercube(n, k, seed)) / designs;
    of_sobol += discrepancy(sobol_points(0, n, k, seed)) / designs;
  }
  EXPECT_THAT(of_random, DoubleNear(chance, 0.3 * chance));
  EXPECT_LT(of_hypercubes, 0.7 * chance);
  EXPECT_LT(of_sobol, 0.2 * chance);
}

TEST(Sobol, of_another_number_than_a_power_of_two_is_refused) {
  for (const std::uint64_t count : {1, 2, 64, 1024}) EXPECT_NO_THROW(check_sobol_count(count));
  EXPECT_THAT([] { check_sobol_count(100); },
              ThrowsMessage<InputError>(HasSubstr("use 64 or 128")));
  EXPECT_THAT([] { check_sobol_count(65); }, ThrowsMessage<InputError>(HasSubstr("64 or 128")));
  EXPECT_THAT([] { check_sobol_count(0); },
              Throws<InputError>(Truly(is_in_dutch("gebruik 1 of 2"))));
}

}  // namespace
}  // namespace doorstroom
