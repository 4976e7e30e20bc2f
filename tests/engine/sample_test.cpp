#include "engine/sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace doorstroom {
namespace {

/// R 4.2.2: quantile(c(3, 1, 4, 1.5, 9, 2.6, 5.3), c(0, .1, .5, .9, 1), type = 7)
TEST(Quantile, is_of_type_7) {
  const std::vector<double> sorted{1, 1.5, 2.6, 3, 4, 5.3, 9};
  EXPECT_DOUBLE_EQ(quantile(sorted, 0), 1);
  EXPECT_DOUBLE_EQ(quantile(sorted, 0.1), 1.3);
  EXPECT_DOUBLE_EQ(quantile(sorted, 0.5), 3);
  EXPECT_DOUBLE_EQ(quantile(sorted, 0.9), 6.78);
  EXPECT_DOUBLE_EQ(quantile(sorted, 1), 9);
  EXPECT_DOUBLE_EQ(quantile({4}, 0.9), 4);
  EXPECT_TRUE(std::isnan(quantile({}, 0.5)));
}

TEST(Quantile, of_a_sample_in_any_order_is_that_of_the_sorted_sample) {
  std::mt19937 generator(3);
  for (std::size_t count = 0; count < 200; ++count) {
    std::vector<double> values(count);
    for (double& value : values) value = static_cast<double>(generator() % 50);
    std::vector<double> sorted = values;
    std::ranges::sort(sorted);
    std::vector<double> expected;
    for (const double p : {0.0, 0.1, 0.1, 0.5, 0.9, 1.0}) expected.push_back(quantile(sorted, p));
    const std::vector<double> before = values;
    EXPECT_THAT(quantiles(values, {0, 0.1, 0.1, 0.5, 0.9, 1}),
                testing::Pointwise(testing::NanSensitiveDoubleEq(), expected));
    EXPECT_THAT(values, testing::UnorderedElementsAreArray(before));
  }
}

}  // namespace
}  // namespace doorstroom
