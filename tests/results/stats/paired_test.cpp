#include "results/stats/paired.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <vector>

namespace doorstroom {
namespace {

using testing::IsNan;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

PairedDifference compare(const std::vector<double>& base, const std::vector<double>& other,
                         Simultaneous statements = {}) {
  return compare_pairs(base, other, statements);
}

/// Differences 1, 2, 3: mean 2, standard error 1/sqrt(3). The t quantile at p with 2 degrees of
/// freedom is (2 p - 1) sqrt(2 / (4 p (1 - p))).
TEST(Paired, tells_the_mean_difference_and_its_interval) {
  const PairedDifference found = compare({5, 5, 5}, {6, 7, 8});
  EXPECT_EQ(found.count, 3u);
  EXPECT_DOUBLE_EQ(found.base_mean, 5);
  EXPECT_DOUBLE_EQ(found.other_mean, 7);
  EXPECT_DOUBLE_EQ(found.difference.mean, 2);
  const double half = 0.95 * std::sqrt(2 / 0.0975) / std::sqrt(3);
  EXPECT_NEAR(found.difference.high, 2 + half, 1e-12);
  EXPECT_NEAR(found.difference.low, 2 - half, 1e-12);
  EXPECT_DOUBLE_EQ(found.p10, 1.2);
  EXPECT_DOUBLE_EQ(found.p90, 2.8);
}

TEST(Paired, a_pair_without_data_on_a_side_has_no_say) {
  const PairedDifference found = compare({1, nan, 3, 100, 4}, {2, 50, 5, nan});
  EXPECT_EQ(found.count, 2u);
  EXPECT_EQ(found.base_mean, 2);
  EXPECT_EQ(found.other_mean, 3.5);
  EXPECT_EQ(found.difference.mean, 1.5);
}

TEST(Paired, of_one_pair_there_is_a_mean_and_of_none_nothing) {
  const PairedDifference one = compare({1}, {4});
  EXPECT_EQ(one.difference.mean, 3);
  EXPECT_THAT(one.difference.low, IsNan());
  EXPECT_THAT(one.p, IsNan());
  EXPECT_THAT(one.p_adjusted, IsNan());
  EXPECT_FALSE(is_effect(one));
  EXPECT_EQ(relevance_of(one, 1).verdict, Verdict::undecided);
  const PairedDifference none = compare({nan}, {4});
  EXPECT_THAT(none.difference.mean, IsNan());
  EXPECT_THAT(none.p10, IsNan());
}

TEST(Paired, differences_that_are_all_zero_are_no_difference_at_all) {
  const PairedDifference found = compare({1, 2, 4}, {1, 2, 4});
  EXPECT_EQ(found.difference.low, 0);
  EXPECT_EQ(found.difference.high, 0);
  EXPECT_EQ(found.p, 1);
  EXPECT_DOUBLE_EQ(found.correlation, 1);
  EXPECT_EQ(found.variance_saved, infinity);
  EXPECT_FALSE(is_effect(found));
  EXPECT_EQ(relevance_of(found, 0.1).verdict, Verdict::negligible);
}

TEST(Paired, the_last_bits_of_sums_are_no_difference) {
  const double sum = 0.1 + 0.2 + 0.3;
  const double turned = 0.3 + 0.2 + 0.1;
  ASSERT_NE(sum, turned);
  const PairedDifference found = compare({sum, sum, sum}, {turned, turned, turned});
  EXPECT_EQ(found.difference.mean, 0);
  EXPECT_FALSE(is_effect(found)) << "each is beside the other by the same bit";
}

TEST(Paired, differences_that_are_all_equal_are_certain) {
  const PairedDifference found = compare({1, 2, 4}, {3, 4, 6});
  EXPECT_EQ(found.difference.low, 2);
  EXPECT_EQ(found.difference.high, 2);
  EXPECT_EQ(found.p, 0);
  EXPECT_TRUE(is_effect(found));
  EXPECT_EQ(relevance_of(found, 2).verdict, Verdict::relevant);
  EXPECT_EQ(relevance_of(found, 2.5).verdict, Verdict::negligible);
}

TEST(Paired, without_any_spread_no_correlation_and_no_saving_is_told) {
  const PairedDifference found = compare({1, 1, 1}, {2, 2, 2});
  EXPECT_THAT(found.correlation, IsNan());
  EXPECT_THAT(found.variance_saved, IsNan());
  EXPECT_EQ(found.difference.low, 1);
}

TEST(Paired, tells_how_many_times_as_many_unpaired_replications_it_would_take) {
  // Variances 4 and 4, of the differences 0, 1, -1: 1.
  const PairedDifference found = compare({10, 12, 14}, {10, 13, 13.0});
  EXPECT_DOUBLE_EQ(found.variance_saved, (4 + 3) / 1.0);
  EXPECT_NEAR(found.correlation, 3 / std::sqrt(4.0 * 3.0), 1e-15);
}

TEST(Paired, the_differences_turn_with_the_sides) {
  const PairedDifference found = compare({1, 4, 2, 8}, {3, 3, 5, 9});
  const PairedDifference turned = compare({3, 3, 5, 9}, {1, 4, 2, 8});
  EXPECT_DOUBLE_EQ(found.difference.low, -turned.difference.high);
  EXPECT_DOUBLE_EQ(found.p, turned.p);
  EXPECT_DOUBLE_EQ(found.correlation, turned.correlation);
}

TEST(Simultaneous, statements_share_one_chance_of_error) {
  const Simultaneous five{.confidence = 0.95, .statements = 5};
  EXPECT_DOUBLE_EQ(five.each(), 0.99);
  EXPECT_DOUBLE_EQ(five.adjusted(0.01), 0.05);
  EXPECT_EQ(five.adjusted(0.3), 1);
  EXPECT_THAT(five.adjusted(nan), IsNan());
  const std::vector<double> base{1, 4, 2, 8}, other{3, 3, 5, 9};
  EXPECT_DOUBLE_EQ(compare(base, other, five).difference.low,
                   compare(base, other, {.confidence = 0.99}).difference.low);
}

/// Six differences around `mean`, with a standard error of 1 / sqrt(3) and an interval of
/// mean +- 2.570581835636314 / sqrt(3) = mean +- 1.484126.
PairedDifference around(double mean, Simultaneous statements = {}) {
  const double s = std::sqrt(2 * 5 / 6.0);
  return compare({0, 0, 0, 0, 0, 0}, {mean - s, mean + s, mean - s, mean + s, mean - s, mean + s},
                 statements);
}

TEST(Relevance, needs_the_whole_interval_at_or_beyond_the_smallest_relevant_difference) {
  EXPECT_EQ(relevance_of(around(3.5), 2).verdict, Verdict::relevant);
  EXPECT_EQ(relevance_of(around(-3.5), 2).verdict, Verdict::relevant);
  EXPECT_EQ(relevance_of(around(3.4), 2).verdict, Verdict::undecided);
  EXPECT_EQ(relevance_of(around(-3.4), 2).verdict, Verdict::undecided);
}

/// Two one-sided tests at 5%: within d when mean +- 2.015048372669157 / sqrt(3) = 1.163389 is.
TEST(Relevance, is_denied_by_two_one_sided_tests) {
  EXPECT_EQ(relevance_of(around(0.8), 2).verdict, Verdict::negligible);
  EXPECT_EQ(relevance_of(around(-0.8), 2).verdict, Verdict::negligible);
  EXPECT_EQ(relevance_of(around(0.9), 2).verdict, Verdict::undecided);
  EXPECT_EQ(relevance_of(around(-0.9), 2).verdict, Verdict::undecided);
  EXPECT_NEAR(relevance_of(around(2 - 1.163389), 2).p_equivalent, 0.05, 1e-6);
}

TEST(Relevance, is_harder_to_tell_of_many_at_once) {
  const Simultaneous many{.statements = 10};
  EXPECT_EQ(relevance_of(around(3.6), 2).verdict, Verdict::relevant);
  EXPECT_EQ(relevance_of(around(3.6, many), 2, many).verdict, Verdict::undecided);
  EXPECT_EQ(relevance_of(around(0.8, many), 2, many).verdict, Verdict::undecided);
  EXPECT_NEAR(relevance_of(around(0.8, many), 2, many).p_equivalent,
              10 * relevance_of(around(0.8), 2).p_equivalent, 1e-12);
}

/// A crafted or damaged file may hold them; Student's t has no probability for what is no number.
TEST(Relevance, of_values_without_end_is_undecided) {
  const double endless = std::numeric_limits<double>::infinity();
  for (const double value : {endless, -endless, std::numeric_limits<double>::max()}) {
    const PairedDifference found = compare({0, 0, 0}, {1, value, 2});
    EXPECT_EQ(std::isnan(found.p), std::isinf(value));
    EXPECT_EQ(relevance_of(found, 2).verdict, Verdict::undecided);
    EXPECT_FALSE(is_effect(found));
  }
}

TEST(Relevance, what_is_relevant_or_surely_not_zero_is_an_effect_and_nothing_else) {
  EXPECT_TRUE(is_effect(around(1.49)));
  EXPECT_TRUE(is_effect(around(-1.49)));
  EXPECT_FALSE(is_effect(around(1.48)));
  EXPECT_FALSE(is_effect(around(-1.48)));
}

}  // namespace
}  // namespace doorstroom
