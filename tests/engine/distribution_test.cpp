#include "engine/distribution.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/quadrature/tanh_sinh.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

#include "engine/error.hpp"
#include "engine/random.hpp"
#include "engine/units.hpp"
#include "tests/support/digest.hpp"

namespace doorstroom {
namespace {

struct Case {
  std::string name;
  Distribution distribution;
};

std::vector<Case> continuous() {
  return {
      {"exponential", Distribution::exponential(3)},
      {"lognormal", Distribution::lognormal(100, 0.8)},
      {"narrow_lognormal", Distribution::lognormal(100, 0.01)},
      {"lognormal_mean_cv", Distribution::lognormal_mean_cv(200, 1.5)},
      {"gamma_below_one", Distribution::gamma(50, 2)},
      {"gamma_above_one", Distribution::gamma(50, 0.4)},
      {"weibull_below_one", Distribution::weibull(10, 0.7)},
      {"weibull_above_one", Distribution::weibull(10, 3)},
      {"uniform", Distribution::uniform(2, 7)},
      {"triangular", Distribution::triangular(1, 2, 10)},
      {"triangular_mode_first", Distribution::triangular(0, 0, 4)},
      {"triangular_mode_last", Distribution::triangular(3, 8, 8)},
  };
}

std::vector<Case> continuous_and_biased() {
  std::vector<Case> cases = continuous();
  for (const Case& plain : continuous()) {
    cases.push_back({plain.name + "_length_biased", plain.distribution.length_biased()});
  }
  return cases;
}

std::vector<double> probabilities() {
  std::vector<double> all;
  for (int i = 1; i < 2000; ++i) all.push_back(i / 2000.0);
  for (int digits = 4; digits <= 15; ++digits) {
    all.push_back(std::pow(10.0, -digits));
    all.push_back(1 - std::pow(10.0, -digits));
  }
  std::ranges::sort(all);
  return all;
}

/// Integral over u of a function of the quantile.
template <class Function>
double expectation(const Distribution& distribution, const Function& function) {
  boost::math::quadrature::tanh_sinh<double> integrator;
  const auto at = [&](double u) { return function(distribution.quantile(u)); };
  // The kink of a triangular lies anywhere, so in pieces. Beyond the last piece, nothing that
  // shows.
  double sum = 0;
  for (int piece = 0; piece < 64; ++piece) {
    sum += integrator.integrate(at, std::max(piece / 64.0, 1e-15),
                                std::min((piece + 1) / 64.0, 1 - 1e-15));
  }
  return sum;
}

TEST(Distribution, cdf_of_a_quantile_is_its_probability) {
  for (const auto& [name, distribution] : continuous_and_biased()) {
    SCOPED_TRACE(name);
    for (const double u : probabilities()) {
      if (u > 1 - 1e-7) continue;  // where a cdf next to one says little
      ASSERT_NEAR(distribution.cdf(distribution.quantile(u)), u, 2e-7 * u + 1e-13) << u;
    }
  }
}

TEST(Distribution, quantile_rises_with_its_probability) {
  for (const auto& [name, distribution] : continuous_and_biased()) {
    SCOPED_TRACE(name);
    double before = distribution.smallest();
    for (const double u : probabilities()) {
      const double value = distribution.quantile(u);
      ASSERT_GT(value, before) << u;
      ASSERT_LE(value, distribution.largest());
      before = value;
    }
    for (std::uint32_t person = 0; person < 20'000; ++person) {
      const double u = uniform({4, 0}, {.person = person});
      if (u > 0.999999) continue;
      ASSERT_LT(distribution.quantile(u), distribution.quantile(u + 1e-9));
      ASSERT_LE(distribution.quantile(u), distribution.quantile(u + 1e-13) * (1 + 4e-15));
    }
  }
}

TEST(Distribution, cdf_is_zero_below_and_one_above_all_values) {
  for (const auto& [name, distribution] : continuous_and_biased()) {
    SCOPED_TRACE(name);
    EXPECT_EQ(distribution.cdf(-1), 0);
    EXPECT_EQ(distribution.cdf(distribution.smallest()), 0);
    EXPECT_EQ(distribution.cdf(std::numeric_limits<double>::infinity()), 1);
    if (std::isfinite(distribution.largest())) {
      EXPECT_EQ(distribution.cdf(distribution.largest()), 1);
    }
  }
}

TEST(Distribution, mean_is_that_of_its_quantiles) {
  for (const auto& [name, distribution] : continuous_and_biased()) {
    SCOPED_TRACE(name);
    EXPECT_NEAR(expectation(distribution, [](double x) { return x; }) / distribution.mean(), 1,
                1e-6);
  }
}

TEST(Distribution, mean_of_length_biased_is_second_moment_over_first) {
  for (const auto& [name, distribution] : continuous()) {
    SCOPED_TRACE(name);
    const double second = expectation(distribution, [](double x) { return x * x; });
    EXPECT_NEAR(second / distribution.mean() / distribution.length_biased().mean(), 1, 1e-5);
  }
}

/// Largest distance between the cdf and that of so many draws.
double kolmogorov_smirnov(const Distribution& distribution, std::uint32_t count) {
  std::vector<double> uniforms(count);
  for (std::uint32_t i = 0; i < count; ++i) uniforms[i] = uniform({2025, 8}, {.person = i});
  std::ranges::sort(uniforms);  // quantiles rise, so the draws come sorted
  const double size = count;
  double distance = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const double at = distribution.cdf(distribution.quantile(uniforms[i]));
    distance = std::max({distance, at - i / size, (i + 1) / size - at});
  }
  return distance;
}

/// What it exceeds in one of a thousand samples, times the root of their size.
constexpr double rarely = 1.95;

TEST(Distribution, million_draws_follow_the_cdf) {
#ifdef DOORSTROOM_SANITIZE
  constexpr std::uint32_t count = 40'000;
#else
  constexpr std::uint32_t count = 1'000'000;
#endif
  for (const auto& [name, distribution] : continuous()) {
    EXPECT_LT(kolmogorov_smirnov(distribution, count), rarely / std::sqrt(count)) << name;
    EXPECT_LT(kolmogorov_smirnov(distribution.length_biased(), 40'000), rarely / 200) << name;
  }
}

/// What a draw makes of its probability belongs to the scheme of random numbers: whoever changes it
/// gives random_scheme a new name, and stores the new digest here with it. In ticks, as drawn times
/// are used.
TEST(Distribution, drawn_times_of_this_scheme_are_what_they_always_were) {
  ASSERT_EQ(random_scheme, "philox4x32-10/1");
  Digest digest;
  for (const auto& [name, distribution] : continuous_and_biased())
    for (std::uint32_t person = 0; person < 500; ++person) {
      const Days drawn{distribution.quantile(uniform({2026, 8}, {.person = person}))};
      digest.add(static_cast<std::uint64_t>((Instant{} + drawn).ticks));
    }
  EXPECT_EQ(digest.value(), 6827594437865489269u);
}

TEST(Distribution, gamma_is_within_a_millionth_of_boost) {
  for (const double cv :
       {1e-3, 0.02, 0.1, 0.31, 0.5, 0.7, 1.0, 1.3, 2.0, 3.1, 3.2, 5.0, 10.0, 30.0}) {
    const double shape = 1 / (cv * cv);
    const Distribution distribution = Distribution::gamma(7, cv);
    for (int i = 0; i < 2000; ++i) {
      const double logit = -20.7 + 41.4 * (i + 0.37) / 2000;
      const double u = 1 / (1 + std::exp(-logit));
      const long double exact = 7 *
                                (u < 0.5 ? boost::math::gamma_p_inv<long double>(shape, u)
                                         : boost::math::gamma_q_inv<long double>(shape, 1 - u)) /
                                shape;
      if (exact < 1e-300L) continue;
      ASSERT_NEAR(static_cast<double>(distribution.quantile(u) / exact), 1, 1e-6) << cv << ' ' << u;
    }
  }
}

TEST(Distribution, gamma_goes_on_beyond_its_table) {
  for (const double cv : {0.1, 0.5, 1.0, 2.0}) {
    const double shape = 1 / (cv * cv);
    const Distribution distribution = Distribution::gamma(shape * 3, cv);
    for (const double u : {1e-15, 1e-12, 0.99e-9, 1e-9, 1.01e-9}) {
      EXPECT_NEAR(distribution.quantile(u) / boost::math::gamma_p_inv(shape, u) / 3, 1, 1e-6);
      EXPECT_NEAR(distribution.quantile(1 - u) / boost::math::gamma_q_inv(shape, 1 - (1 - u)) / 3,
                  1, 1e-6);
    }
    EXPECT_LT(distribution.quantile(1e-9 * (1 - 1e-12)), distribution.quantile(1e-9 * (1 + 1e-12)));
  }
}

TEST(Distribution, gamma_too_small_for_a_double_is_zero) {
  const Distribution distribution = Distribution::gamma(1, 30);
  EXPECT_EQ(distribution.quantile(1e-3), 0);
  EXPECT_GT(distribution.quantile(0.9999), 0);
}

TEST(Distribution, normal_quantile_in_lognormal_is_exact_to_the_last_bits) {
  const Distribution distribution = Distribution::lognormal(1, 1);
  for (const double u : probabilities()) {
    const long double exact =
        std::exp(-std::sqrt(2.0L) * boost::math::erfc_inv(2 * static_cast<long double>(u)));
    EXPECT_NEAR(static_cast<double>(distribution.quantile(u) / exact), 1, 5e-15) << u;
  }
}

TEST(Distribution, lower_mean_lowers_every_value) {
  for (std::uint32_t person = 0; person < 5000; ++person) {
    const double u = uniform({5, 5}, {.person = person});
    EXPECT_LT(Distribution::exponential(9.999).quantile(u),
              Distribution::exponential(10).quantile(u));
    EXPECT_LT(Distribution::lognormal_mean_cv(9.999, 0.7).quantile(u),
              Distribution::lognormal_mean_cv(10, 0.7).quantile(u));
    EXPECT_LT(Distribution::weibull(9.999, 0.7).quantile(u),
              Distribution::weibull(10, 0.7).quantile(u));
  }
  const Distribution shorter = Distribution::gamma(9.999, 0.7);
  const Distribution longer = Distribution::gamma(10, 0.7);
  for (const double u : probabilities()) EXPECT_LT(shorter.quantile(u), longer.quantile(u));
}

TEST(Distribution, known_values_come_out) {
  EXPECT_DOUBLE_EQ(Distribution::exponential(3).quantile(0.5), 3 * std::log(2));
  EXPECT_DOUBLE_EQ(Distribution::lognormal(42, 0.8).quantile(0.5), 42);
  EXPECT_NEAR(Distribution::lognormal(1, 1).quantile(0.975), std::exp(1.959963984540054), 1e-13);
  EXPECT_DOUBLE_EQ(Distribution::weibull(10, 2).quantile(1 - std::exp(-4)), 20);
  EXPECT_DOUBLE_EQ(Distribution::uniform(2, 6).quantile(0.25), 3);
  EXPECT_DOUBLE_EQ(Distribution::triangular(0, 2, 4).quantile(0.5), 2);
  EXPECT_DOUBLE_EQ(Distribution::uniform(0, 1).length_biased().quantile(0.25), 0.5);
  EXPECT_DOUBLE_EQ(Distribution::lognormal_mean_cv(10, 2).mean(), 10);
  EXPECT_DOUBLE_EQ(Distribution::gamma(10, 2).mean(), 10);
  EXPECT_DOUBLE_EQ(Distribution::triangular(0, 0, 3).length_biased().quantile(0.5), 1.5);
}

TEST(Distribution, constant_is_always_the_same) {
  EXPECT_EQ(Distribution().quantile(0.3), 0);
  for (const Distribution& five :
       {Distribution::constant(5), Distribution::constant(5).length_biased(),
        Distribution::lognormal(5, 0), Distribution::uniform(5, 5),
        Distribution::lognormal_mean_cv(5, 0)}) {
    EXPECT_EQ(five.quantile(1e-12), 5);
    EXPECT_EQ(five.quantile(0.7), 5);
    EXPECT_EQ(five.cdf(4.999), 0);
    EXPECT_EQ(five.cdf(5), 1);
    EXPECT_EQ(five.mean(), 5);
    EXPECT_EQ(five.smallest(), 5);
    EXPECT_EQ(five.largest(), 5);
  }
}

TEST(Distribution, empirical_takes_the_smallest_value_whose_weight_reaches_the_probability) {
  const Distribution distribution = Distribution::empirical({30, 10, 20, 99, 0}, {1, 2, 1, 0, 0});
  EXPECT_EQ(distribution.quantile(1e-9), 10);
  EXPECT_EQ(distribution.quantile(0.5), 10);
  EXPECT_EQ(distribution.quantile(0.500001), 20);
  EXPECT_EQ(distribution.quantile(0.75), 20);
  EXPECT_EQ(distribution.quantile(1 - 1e-12), 30);
  EXPECT_EQ(distribution.smallest(), 10);
  EXPECT_EQ(distribution.largest(), 30);
  EXPECT_DOUBLE_EQ(distribution.mean(), 17.5);
  EXPECT_EQ(distribution.cdf(9), 0);
  EXPECT_EQ(distribution.cdf(10), 0.5);
  EXPECT_EQ(distribution.cdf(25), 0.75);
  EXPECT_EQ(distribution.cdf(30), 1);

  const Distribution biased = distribution.length_biased();
  EXPECT_DOUBLE_EQ(biased.mean(), (2 * 100 + 400 + 900) / 70.0);
  EXPECT_DOUBLE_EQ(biased.cdf(10), 20 / 70.0);
}

TEST(Distribution, empirical_without_weights_counts_all_values_alike) {
  const Distribution distribution = Distribution::empirical({3, 1, 2, 2}, {});
  EXPECT_EQ(distribution.mean(), 2);
  EXPECT_EQ(distribution.cdf(2), 0.75);
  EXPECT_EQ(distribution.quantile(0.9), 3);
}

TEST(Distribution, length_biased_stays_of_a_memoryless_stay_leave_a_memoryless_rest) {
  const Distribution stay = Distribution::exponential(100);
  const Distribution found = stay.length_biased();
  constexpr std::uint32_t count = 200'000;
  std::vector<double> rests(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    rests[i] = uniform({1, 1}, {.person = i}) * found.quantile(uniform({1, 2}, {.person = i}));
  }
  std::ranges::sort(rests);
  double distance = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    distance = std::max(distance, std::abs(stay.cdf(rests[i]) - (i + 0.5) / count));
  }
  EXPECT_LT(distance, rarely / std::sqrt(count));
}

TEST(Distribution, parameters_without_sense_are_a_broken_contract) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_THROW(Distribution::constant(-1), ContractError);
  EXPECT_THROW(Distribution::constant(nan), ContractError);
  EXPECT_THROW(Distribution::exponential(0), ContractError);
  EXPECT_THROW(Distribution::exponential(infinity), ContractError);
  EXPECT_THROW(Distribution::lognormal(0, 1), ContractError);
  EXPECT_THROW(Distribution::lognormal(1, -1), ContractError);
  EXPECT_THROW(Distribution::lognormal_mean_cv(0, 1), ContractError);
  EXPECT_THROW(Distribution::lognormal_mean_cv(1, -1), ContractError);
  EXPECT_THROW(Distribution::gamma(1, 0), ContractError);
  EXPECT_THROW(Distribution::gamma(0, 1), ContractError);
  EXPECT_THROW(Distribution::weibull(0, 1), ContractError);
  EXPECT_THROW(Distribution::weibull(1, 0), ContractError);
  EXPECT_THROW(Distribution::uniform(2, 1), ContractError);
  EXPECT_THROW(Distribution::uniform(-1, 1), ContractError);
  EXPECT_THROW(Distribution::triangular(1, 1, 1), ContractError);
  EXPECT_THROW(Distribution::triangular(1, 3, 2), ContractError);
  EXPECT_THROW(Distribution::empirical({}, {}), ContractError);
  EXPECT_THROW(Distribution::empirical({1}, {0}), ContractError);
  EXPECT_THROW(Distribution::empirical({1, 2}, {1}), ContractError);
  EXPECT_THROW(Distribution::empirical({-1}, {1}), ContractError);
}

TEST(Distribution, length_bias_without_length_is_a_broken_contract) {
  EXPECT_THROW(Distribution::constant(0).length_biased(), ContractError);
  EXPECT_THROW(Distribution::empirical({0}, {}).length_biased(), ContractError);
  EXPECT_THROW(Distribution::uniform(0, 1).length_biased().length_biased(), ContractError);
}

}  // namespace
}  // namespace doorstroom
