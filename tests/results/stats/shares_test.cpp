#include "results/stats/shares.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace doorstroom {
namespace {

using testing::IsNan;

/// R: binom.test(16, 20)$conf.int
TEST(Shares, have_the_interval_of_clopper_and_pearson) {
  const Interval share = share_interval(16, 20);
  EXPECT_DOUBLE_EQ(share.mean, 0.8);
  EXPECT_NEAR(share.low, 0.5633860, 1e-6);
  EXPECT_NEAR(share.high, 0.9426660, 1e-6);
}

/// With none of n, the upper bound p solves (1 - p)^n = 0.025.
TEST(Shares, of_none_and_of_all_have_one_bound_at_the_end) {
  const Interval none = share_interval(0, 10);
  EXPECT_EQ(none.low, 0);
  EXPECT_NEAR(none.high, 1 - std::pow(0.025, 0.1), 1e-12);
  const Interval all = share_interval(10, 10);
  EXPECT_EQ(all.high, 1);
  EXPECT_NEAR(all.low, std::pow(0.025, 0.1), 1e-12);
}

TEST(Shares, without_trials_there_is_no_number) {
  EXPECT_THAT(share_interval(0, 0).mean, IsNan());
  EXPECT_THAT(share_interval(0, 0).low, IsNan());
}

}  // namespace
}  // namespace doorstroom
