#include "results/stats/shapley.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <numeric>

#include "engine/random.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {
namespace {

using testing::DoubleNear;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsNan;
using testing::SizeIs;

using Game = std::vector<double>;

Game game(std::size_t parts, const std::function<double(Coalition)>& value) {
  Game values;
  for (Coalition coalition = 0; coalition <= whole_of(parts); ++coalition)
    values.push_back(value(coalition));
  return values;
}

double number(std::uint32_t which, std::uint32_t seed = 1) {
  return uniform({seed, 0}, {.source = hash32("shapley_test"), .person = which});
}

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

std::vector<double> sampled(const Game& values, std::size_t parts, std::uint32_t replication) {
  const std::vector<std::size_t> order = order_of_parts(parts, 1, replication);
  std::vector<double> along;
  for (const Coalition coalition : coalitions_along(order)) along.push_back(values[coalition]);
  return shares_along(order, along);
}

TEST(Shapley, of_parts_that_only_add_up_is_what_each_does_alone) {
  const Game values =
      game(3, [](Coalition c) { return 10. + 1 * (c & 1) + 2 * (c >> 1 & 1) - 5 * (c >> 2 & 1); });
  EXPECT_THAT(shapley_values(values), ElementsAre(1, 2, -5));
  for (std::uint32_t replication = 0; replication < 20; ++replication)
    EXPECT_THAT(sampled(values, 3, replication), ElementsAre(1, 2, -5));
}

/// 3 alone, 5 alone, 12 together: the 4 that neither does alone is split in two.
TEST(Shapley, splits_what_two_do_together_evenly) {
  EXPECT_THAT(shapley_values(Game{0, 3, 5, 12}), ElementsAre(5, 7));
}

/// Two left gloves and one right one, where only a pair is worth 1.
TEST(Shapley, of_gloves) {
  const Game values = game(3, [](Coalition c) { return (c & 3) != 0 && (c & 4) != 0 ? 1. : 0.; });
  EXPECT_THAT(
      shapley_values(values),
      ElementsAre(DoubleNear(1. / 6, 1e-15), DoubleNear(1. / 6, 1e-15), DoubleNear(2. / 3, 1e-15)));
}

/// A runway (Littlechild and Owen 1973): it costs what its largest plane needs, and each stretch is
/// shared by those who need it.
TEST(Shapley, of_a_runway) {
  const Game values = game(4, [](Coalition c) { return double(std::bit_width(c)); });
  const std::vector<double> shares = shapley_values(values);
  EXPECT_NEAR(shares[0], 1. / 4, 1e-15);
  EXPECT_NEAR(shares[1], 1. / 4 + 1. / 3, 1e-15);
  EXPECT_NEAR(shares[2], 1. / 4 + 1. / 3 + 1. / 2, 1e-15);
  EXPECT_NEAR(shares[3], 1. / 4 + 1. / 3 + 1. / 2 + 1, 1e-15);
}

TEST(Shapley, of_a_part_that_does_nothing_is_nothing) {
  const Game values = game(4, [](Coalition c) { return number(c & ~Coalition{4}); });
  EXPECT_EQ(shapley_values(values)[2], 0);
}

TEST(Shapley, of_no_part_and_of_one) {
  EXPECT_THAT(shapley_values(Game{4}), IsEmpty());
  EXPECT_THAT(shapley_values(Game{4, 7}), ElementsAre(3));
}

/// Values of very different sizes, and wholes that are small beside what parts do.
TEST(Shapley, adds_up_to_the_whole) {
  for (std::uint32_t seed = 1; seed <= 200; ++seed)
    for (const std::size_t parts : {2u, 3u, 6u, 9u}) {
      Game values = game(parts, [&](Coalition c) {
        return std::pow(10, 9 * number(c, seed)) * (number(c + 1000, seed) - 0.5);
      });
      if (seed % 2 == 0) values.back() = values.front() + 1e-3 * number(0, seed);
      const double whole = values.back() - values.front();
      for (const std::vector<double>& shares :
           {shapley_values(values), sampled(values, parts, seed)}) {
        const double largest = std::abs(
            *std::ranges::max_element(shares, {}, [](double share) { return std::abs(share); }));
        EXPECT_LE(std::abs(sum(shares) - whole), 1e-12 * largest);
      }
    }
}

TEST(Shapley, has_no_shares_where_a_value_has_no_data) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THAT(shapley_values(Game{0, 3, none, 12}), Each(IsNan()));
  const std::vector<std::size_t> order{1, 0};
  EXPECT_THAT(shares_along(order, Game{0, none, 12}), Each(IsNan()));
}

TEST(OrderOfParts, is_each_as_likely_as_another_and_fresh_in_every_replication) {
  std::map<std::vector<std::size_t>, int> orders;
  for (std::uint32_t replication = 0; replication < 6000; ++replication)
    ++orders[order_of_parts(3, 1, replication)];
  ASSERT_THAT(orders, SizeIs(6));
  for (const auto& [order, count] : orders) EXPECT_NEAR(count, 1000, 4 * 30);
  EXPECT_EQ(order_of_parts(8, 1, 5), order_of_parts(8, 1, 5));
  EXPECT_NE(order_of_parts(8, 1, 5), order_of_parts(8, 2, 5));
}

TEST(SharesAlong, are_what_each_part_adds_as_it_comes) {
  const std::vector<std::size_t> order{2, 0, 1};
  EXPECT_THAT(coalitions_along(order), ElementsAre(0, 4, 5, 7));
  EXPECT_THAT(shares_along(order, Game{1, 5, 6, 16}), ElementsAre(1, 10, 4));
}

/// Eight parts whose coalitions have values at random: intervals over replications, each with an
/// order of its own, hold the shares over all orders.
TEST(SharesAlong, are_in_the_mean_those_over_all_orders) {
  const Game values = game(8, [](Coalition c) { return number(c) * std::popcount(c); });
  const std::vector<double> exact = shapley_values(values);
  std::vector<std::vector<double>> by_part(8);
  for (std::uint32_t replication = 0; replication < 2000; ++replication) {
    const std::vector<double> shares = sampled(values, 8, replication);
    for (std::size_t part = 0; part < 8; ++part) by_part[part].push_back(shares[part]);
  }
  for (std::size_t part = 0; part < 8; ++part) {
    const Interval found = t_interval(by_part[part], 0.999);
    EXPECT_LE(found.low, exact[part]) << part;
    EXPECT_GE(found.high, exact[part]) << part;
  }
}

}  // namespace
}  // namespace doorstroom
