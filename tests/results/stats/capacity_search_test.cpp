#include "results/stats/capacity_search.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <random>
#include <set>

namespace doorstroom {
namespace {

using testing::Optional;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Margins of values with known means: normal noise that all values share in part, as runs with
/// common random numbers do.
class KnownMeans {
 public:
  KnownMeans(std::vector<double> means, double noise, std::uint64_t seed)
      : means_(std::move(means)), noise_(noise), random_(seed) {}

  std::vector<double> margins(std::size_t value, std::uint32_t replications) {
    std::vector<double>& own = own_[value];
    std::normal_distribution<double> normal;
    while (shared_.size() < replications) shared_.push_back(normal(random_));
    while (own.size() < replications) own.push_back(normal(random_));
    looked_at_.insert(value);
    std::vector<double> margins;
    for (std::uint32_t r = 0; r < replications; ++r)
      margins.push_back(means_[value] + noise_ * (0.8 * shared_[r] + 0.6 * own[r]));
    return margins;
  }

  MarginsOf as_function() {
    return [this](std::size_t value, std::uint32_t replications) -> std::optional<Margins> {
      if (replications > most) return std::nullopt;
      return Margins{margins(value, replications)};
    };
  }
  const std::set<std::size_t>& looked_at() const { return looked_at_; }

  std::uint32_t most = 1U << 30U;  ///< replications of a value

 private:
  std::vector<double> means_;
  double noise_;
  std::mt19937_64 random_;
  std::vector<double> shared_;
  std::map<std::size_t, std::vector<double>> own_;
  std::set<std::size_t> looked_at_;
};

/// Means that rise by 1 from value to value, 0.5 below nil at value 12.
std::vector<double> rising(std::size_t values) {
  std::vector<double> means;
  for (std::size_t i = 0; i < values; ++i) means.push_back(static_cast<double>(i) - 12.5);
  return means;
}

TEST(CapacitySearch, finds_the_smallest_that_meets_where_there_is_no_noise) {
  for (const std::size_t values : {14U, 20U, 31U, 64U}) {
    KnownMeans known(rising(values), 0, 1);
    const CapacitySearch found =
        search_capacity(values, {.indifference = {0.2}}, known.as_function());
    EXPECT_THAT(found.answer, Optional(13u)) << values;
    EXPECT_THAT(found.answer_low, Optional(13u)) << values;
    EXPECT_LE(known.looked_at().size(), 8u);
    EXPECT_FALSE(found.not_monotone);
  }
}

/// Neighbours differ by 1, and lie 0.5 beyond nil on either side: more than delta = 0.2.
TEST(CapacitySearch, is_right_in_95_of_100_though_neighbours_differ_by_less_than_noise) {
  int right = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    KnownMeans known(rising(40), 3, seed);
    const CapacitySearch found =
        search_capacity(40, {.indifference = {0.2}, .looks = 10}, known.as_function());
    right += found.answer == 13u && found.answer_low == 13u ? 1 : 0;
  }
  EXPECT_GE(right, 190);
}

TEST(CapacitySearch, takes_what_is_within_the_indifference_zone) {
  KnownMeans known({-1, -0.05, 1}, 0.1, 1);
  const CapacitySearch found =
      search_capacity(3, {.indifference = {0.2}, .looks = 2}, known.as_function());
  EXPECT_THAT(found.answer, Optional(1u));
  EXPECT_THAT(found.answer_low, Optional(1u));
  EXPECT_EQ(found.tried.at(1).standing, TargetStanding::near);
}

TEST(CapacitySearch, without_replications_enough_it_tells_between_which_values_the_answer_lies) {
  KnownMeans known(rising(30), 8, 3);
  known.most = 80;
  const CapacitySearch found = search_capacity(30, {.indifference = {0.01}}, known.as_function());
  ASSERT_TRUE(found.answer && found.answer_low);
  EXPECT_LT(*found.answer_low, *found.answer);
  EXPECT_LE(*found.answer_low, 13u);
  EXPECT_GE(*found.answer, 13u);
}

TEST(CapacitySearch, has_no_answer_where_the_largest_value_misses) {
  KnownMeans known({-3, -2, -1}, 0.1, 1);
  const CapacitySearch found = search_capacity(3, {.indifference = {0.2}}, known.as_function());
  EXPECT_FALSE(found.answer);
  EXPECT_FALSE(found.answer_low);
  EXPECT_EQ(found.tried.at(2).standing, TargetStanding::misses);
}

TEST(CapacitySearch, of_values_that_all_meet_answers_the_first) {
  KnownMeans known({1, 2, 3}, 0.1, 1);
  const CapacitySearch found = search_capacity(3, {.indifference = {0.2}}, known.as_function());
  EXPECT_THAT(found.answer, Optional(0u));
  EXPECT_THAT(found.answer_low, Optional(0u));
}

TEST(CapacitySearch, looks_at_every_value_when_more_was_seen_to_be_worse) {
  KnownMeans known({-2, -1, 2, 3, -1, 1, 2, 1}, 0.1, 1);
  const CapacitySearch found = search_capacity(8, {.indifference = {0.2}}, known.as_function());
  EXPECT_TRUE(found.not_monotone);
  EXPECT_EQ(found.tried.size(), 8u);
  EXPECT_THAT(found.answer, Optional(2u));
}

TEST(CapacitySearch, takes_no_notice_of_what_is_worse_by_less_than_counts) {
  KnownMeans known({-1, 1, 2, 2, 1.9}, 0.01, 1);
  const CapacitySearch found = search_capacity(5, {.indifference = {0.2}}, known.as_function());
  EXPECT_FALSE(found.not_monotone);
  EXPECT_THAT(found.answer, Optional(1u));
}

/// 85% of the futures meet a target that 80% must: 40 replications with a pattern.
TEST(CapacitySearch, judges_a_share_by_its_exact_interval) {
  const MarginsOf margins = [](std::size_t value,
                               std::uint32_t replications) -> std::optional<Margins> {
    std::vector<double> all;
    for (std::uint32_t r = 0; r < replications; ++r)
      all.push_back((r % 20 < (value == 0 ? 10 : 19) ? 1 : 0) - 0.8);
    return Margins{all};
  };
  const CapacitySearch found = search_capacity(2, {.indifference = {0.02}, .share = 0.8}, margins);
  EXPECT_THAT(found.answer, Optional(1u));
  EXPECT_THAT(found.answer_low, Optional(1u));
  EXPECT_NEAR(found.tried.at(1).margins.front().mean, 0.15, 1e-12);
}

TEST(CapacitySearch, leaves_replications_without_data_out) {
  const auto margins = [](std::uint32_t replications) -> std::optional<Margins> {
    std::vector<double> all(replications, nan);
    all[0] = 1;
    all[1] = 1.1;
    all[2] = 1.2;
    return Margins{all};
  };
  const Judgement judgement = judge_value(1, {.indifference = {0.2}, .looks = 1}, margins);
  EXPECT_EQ(judgement.margins.front().count, 3u);
}

}  // namespace
}  // namespace doorstroom
