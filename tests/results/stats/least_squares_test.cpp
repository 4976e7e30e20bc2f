#include "results/stats/least_squares.hpp"

#include <gmock/gmock.h>

namespace doorstroom {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

/// Through (0, 1), (1, 3), (2, 4): the slope is 3/2, and at 0 it is 7/6.
TEST(LeastSquares, lays_a_line_through_three_points) {
  EXPECT_THAT(least_squares({{1, 0}, {1, 1}, {1, 2}}, {1, 3, 4}),
              ElementsAre(DoubleNear(7. / 6, 1e-12), DoubleNear(1.5, 1e-12)));
}

TEST(LeastSquares, shares_what_two_equal_terms_explain) {
  EXPECT_THAT(least_squares({{1, 1}, {2, 2}, {3, 3}}, {2, 4, 6}),
              ElementsAre(DoubleNear(1, 1e-12), DoubleNear(1, 1e-12)));
}

}  // namespace
}  // namespace doorstroom
