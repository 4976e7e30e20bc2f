#include "results/stats/kim_nelson.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

namespace doorstroom {
namespace {

using testing::ElementsAre;

TEST(KimNelson, keeps_a_single_alternative) {
  const KimNelson one({{3, 4, 5}}, 0.05, 1);
  EXPECT_TRUE(one.done());
  EXPECT_EQ(one.best(), 0u);
}

/// Two alternatives whose differences are 2, 3, 4 (S2 = 1), n0 = 3, alpha = 0.05, delta = 1:
/// eta = (0.1^-1 - 1) / 2 = 4.5, h2 = 18; W(3) = (18 - 3) / 6 = 2.5: a mean difference of 3 is
/// beyond it. With differences 1, 2, 3 it is not; at 4 values W = (18 - 4) / 8 = 1.75, and a fourth
/// difference of 2 makes their mean 2.
TEST(KimNelson, drops_what_is_behind_by_more_than_chance_explains) {
  const KimNelson clear({{2, 3, 4}, {0, 0, 0}}, 0.05, 1);
  EXPECT_THAT(clear.contenders(), ElementsAre(1));
  KimNelson unclear({{1, 2, 3}, {0, 0, 0}}, 0.05, 1);
  EXPECT_THAT(unclear.contenders(), ElementsAre(0, 1));
  EXPECT_EQ(unclear.best(), 1u);
  unclear.add(std::vector<double>{2, 0});
  EXPECT_THAT(unclear.contenders(), ElementsAre(1));
  EXPECT_EQ(unclear.values(), 4u);
}

/// Ten normals of which the best is better by just delta, and all the others alike: the hardest
/// case. 400 selections, of which 5% may be wrong.
TEST(KimNelson, selects_the_best_in_95_of_100) {
  constexpr int selections = 400;
  constexpr std::size_t k = 10;
  constexpr double delta = 0.5;
  std::mt19937_64 random(20261130);
  std::normal_distribution<double> normal;
  const auto draw = [&](std::size_t i) { return normal(random) + (i == 3 ? 0 : delta); };
  int right = 0;
  for (int n = 0; n < selections; ++n) {
    std::vector<std::vector<double>> first(k);
    for (std::size_t i = 0; i < k; ++i)
      for (int r = 0; r < 10; ++r) first[i].push_back(draw(i));
    KimNelson selection(first, 0.05, delta);
    while (!selection.done()) {
      std::vector<double> next;
      for (const std::size_t i : selection.contenders()) next.push_back(draw(i));
      selection.add(next);
    }
    right += selection.best() == 3 ? 1 : 0;
  }
  EXPECT_GE(right, 0.95 * selections);
}

}  // namespace
}  // namespace doorstroom
