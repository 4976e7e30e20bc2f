#include "engine/sample.hpp"

#include <gtest/gtest.h>

#include <cmath>

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

}  // namespace
}  // namespace doorstroom
