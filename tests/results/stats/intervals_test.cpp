#include "results/stats/intervals.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace doorstroom {
namespace {

const std::vector<double> seven_numbers{3, 1, 4, 1.5, 9, 2.6, 5.3};

TEST(Welford, gives_mean_and_variance) {
  Welford welford;
  for (const double value : {2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0}) welford.add(value);
  EXPECT_EQ(welford.count(), 8u);
  EXPECT_DOUBLE_EQ(welford.mean(), 5);
  EXPECT_DOUBLE_EQ(welford.m2(), 32);
  EXPECT_DOUBLE_EQ(welford.variance(), 32. / 7);
}

TEST(Welford, loses_nothing_far_from_zero) {
  Welford welford;
  for (const double value : {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}) welford.add(value);
  EXPECT_DOUBLE_EQ(welford.variance(), 30);
}

/// R 4.2.2: t.test(c(3, 1, 4, 1.5, 9, 2.6, 5.3), conf.level = .95)$conf.int, and with .9
TEST(Interval, is_that_of_students_t) {
  const Interval wide = t_interval(seven_numbers);
  EXPECT_NEAR(wide.low, 1.251774470821547, 1e-12);
  EXPECT_NEAR(wide.high, 6.291082672035595, 1e-12);
  const Interval narrow = t_interval(seven_numbers, 0.9);
  EXPECT_NEAR(narrow.low, 1.770481067035200, 1e-12);
  EXPECT_NEAR(narrow.high, 5.772376075821942, 1e-12);
}

TEST(Interval, of_one_value_has_no_bounds_and_of_none_no_mean) {
  EXPECT_EQ(t_interval(std::vector<double>{3}).mean, 3);
  EXPECT_TRUE(std::isnan(t_interval(std::vector<double>{3}).low));
  EXPECT_TRUE(std::isnan(t_interval(std::vector<double>{}).mean));
}

TEST(Interval, a_replication_without_data_has_no_say) {
  const Interval interval = t_interval(std::vector<double>{1, std::nan(""), 3});
  EXPECT_EQ(interval.mean, 2);
  EXPECT_EQ(interval.count, 2u);
}

TEST(Interval, of_equal_values_has_no_width) {
  EXPECT_EQ(t_interval(std::vector<double>{2, 2, 2}).half_width(), 0);
}

}  // namespace
}  // namespace doorstroom
