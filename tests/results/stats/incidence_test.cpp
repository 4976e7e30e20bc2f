#include "results/stats/incidence.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace doorstroom {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::Pointwise;

constexpr int censored = Episode::censored, entered = 1, left = 2;

std::vector<double> incidence(std::vector<Episode> episodes, std::vector<double> at,
                              int cause = entered) {
  return cumulative_incidence(std::move(episodes), cause, at);
}

TEST(Incidence, without_censoring_it_is_the_share_that_entered) {
  EXPECT_THAT(incidence({{0, 1, entered}, {0, 2, left}, {0, 3, entered}, {0, 4, entered}},
                        {0.5, 1, 2, 3, 4, 99}),
              ElementsAre(0, 0.25, 0.25, DoubleNear(0.5, 1e-15), DoubleNear(0.75, 1e-15),
                          DoubleNear(0.75, 1e-15)));
}

TEST(Incidence, who_enters_at_once_counts_from_the_first_moment) {
  EXPECT_THAT(incidence({{0, 0, entered}, {0, 0, entered}, {0, 7, left}, {0, 9, entered}}, {0, 9}),
              ElementsAre(0.5, 0.75));
}

TEST(Incidence, who_is_censored_leaves_the_share_to_the_others) {
  // Three at risk; one is censored at 1; at 2 one of two enters.
  EXPECT_THAT(incidence({{0, 1, censored}, {0, 2, entered}, {0, 3, censored}}, {1, 2}),
              ElementsAre(0, 0.5));
}

TEST(Incidence, at_a_tie_ends_come_before_censorings) {
  EXPECT_THAT(incidence({{0, 2, censored}, {0, 2, entered}}, {2}), ElementsAre(0.5));
}

TEST(Incidence, who_enters_late_is_not_at_risk_before_and_not_at_that_moment) {
  // At 5 only the first two are at risk; at 6 the second and the third.
  EXPECT_THAT(incidence({{0, 5, entered}, {0, 6, left}, {5, 6, entered}}, {5, 6}),
              ElementsAre(0.5, 0.75));
}

TEST(Incidence, who_entered_late_and_ended_then_was_never_followed) {
  EXPECT_THAT(incidence({{0, 5, entered}, {0, 9, left}, {5, 5, entered}}, {5}), ElementsAre(0.5));
}

TEST(Incidence, who_ends_at_the_last_time_told_counts_whoever_ends_later) {
  EXPECT_THAT(incidence({{0, 9, entered}, {0, 5, entered}, {0, 8, left}, {0, 5, entered}}, {5}),
              ElementsAre(0.5));
}

TEST(Incidence, of_several_causes_is_told_in_one_pass) {
  const std::vector<Episode> waits{{0, 1, entered}, {0, 2, left}, {0, 2, 3}, {0, 4, entered}};
  const std::vector<double> at{1, 2, 4};
  EXPECT_THAT(cumulative_incidences(waits, 2, at),
              ElementsAre(incidence(waits, at, entered), incidence(waits, at, left)));
}

TEST(Incidence, of_nobody_is_not_a_number) {
  EXPECT_TRUE(std::isnan(incidence({}, {42})[0]));
  EXPECT_TRUE(std::isnan(incidence({{3, 3, entered}}, {42})[0]));
}

TEST(Incidence, beyond_the_longest_wait_stands_the_last_value) {
  EXPECT_THAT(incidence({{0, 0, entered}, {0, 3, censored}}, {42}), ElementsAre(0.5));
}

/// Made with R 4.2.2 and its package survival 3.5-3, from these rows in a data frame d:
///     d$id <- seq_len(nrow(d))
///     f <- survfit(Surv(entry, end, factor(cause, 0:3)) ~ 1, data = d, id = id)
///     summary(f, times = c(4, 5, 12, 42, 70, 95))$pstate
TEST(Incidence, agrees_with_the_survival_package_of_r) {
  const std::vector<Episode> waits{{0, 3, 1},   {0, 5, 2},   {0, 5, 1},   {0, 5, 0},   {0, 8, 1},
                                   {0, 12, 3},  {0, 12, 1},  {0, 20, 0},  {0, 33, 2},  {0, 41, 1},
                                   {0, 42, 1},  {0, 55, 0},  {0, 70, 1},  {0, 90, 1},  {2, 9, 1},
                                   {4, 5, 1},   {5, 30, 2},  {12, 42, 1}, {30, 60, 1}, {33, 71, 3},
                                   {40, 42, 0}, {50, 100, 0}};
  const std::vector<double> at{4, 5, 12, 42, 70, 95};
  EXPECT_THAT(incidence(waits, at, 1),
              Pointwise(testing::DoubleNear(1e-15 * 8),
                        {0.06666666666666667, 0.19111111111111112, 0.37777777777777782,
                         0.50481481481481483, 0.60644444444444434, 0.65725925925925910}));
  EXPECT_THAT(incidence(waits, at, 2),
              Pointwise(testing::DoubleNear(1e-15 * 8),
                        {0.0, 0.06222222222222222, 0.06222222222222222, 0.17888888888888888,
                         0.17888888888888888, 0.17888888888888888}));
  EXPECT_THAT(
      incidence(waits, at, 3),
      Pointwise(testing::DoubleNear(1e-15 * 8), {0.0, 0.0, 0.06222222222222221, 0.06222222222222221,
                                                 0.06222222222222221, 0.11303703703703702}));
}

}  // namespace
}  // namespace doorstroom
