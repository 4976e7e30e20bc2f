#include "results/stats/feasibility.hpp"

#include <gmock/gmock.h>

#include <random>
#include <vector>

namespace doorstroom {
namespace {

/// Values 1, 2, 3 (S2 = 1), beta = 0.05, eps = 1: eta = (0.1^-1 - 1) / 2 = 4.5, so the triangle is
/// 4.5 x 2 - r / 2 wide: 7.5 at three values, 7 at four.
TEST(Feasibility, is_decided_when_the_sum_leaves_the_triangle) {
  FeasibilityCheck check({1, 2, 3}, 0.05, 1);
  EXPECT_FALSE(check.feasible().has_value());
  check.add(1.5);
  EXPECT_EQ(check.feasible(), true);
  EXPECT_EQ(check.values(), 4u);
  check.add(-100);
  EXPECT_EQ(check.feasible(), true);  // once decided, it stays
  EXPECT_EQ(FeasibilityCheck({-6, -7, -8}, 0.05, 1).feasible(), false);
}

TEST(Feasibility, of_values_that_are_all_alike_is_plain) {
  EXPECT_EQ(FeasibilityCheck({0, 0, 0}, 0.05, 1).feasible(), true);
  EXPECT_EQ(FeasibilityCheck({-1, -1, -1}, 0.05, 1).feasible(), false);
}

/// Normals whose mean lies just eps above or below nil; each decision may be wrong in 5%.
TEST(Feasibility, is_right_in_95_of_100_at_the_edge_of_the_zone) {
  constexpr int checks = 1000;
  constexpr double eps = 0.3;
  std::mt19937_64 random(7);
  std::normal_distribution<double> normal;
  for (const double mean : {eps, -eps}) {
    int right = 0;
    for (int n = 0; n < checks; ++n) {
      std::vector<double> first;
      for (int r = 0; r < 20; ++r) first.push_back(mean + normal(random));
      FeasibilityCheck check(first, 0.05, eps);
      while (!check.feasible()) check.add(mean + normal(random));
      right += *check.feasible() == (mean > 0) ? 1 : 0;
    }
    EXPECT_GE(right, 0.95 * checks) << mean;
  }
}

}  // namespace
}  // namespace doorstroom
