#include "results/stats/outcome_line.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace doorstroom {
namespace {

using Outcomes = std::vector<std::vector<double>>;

TEST(OutcomeLine, leads_back_to_the_outcome) {
  for (const OutcomeLine& line : {OutcomeLine{OutcomeScale::plain, 0},
                                  {OutcomeScale::logarithm, 0},
                                  {OutcomeScale::logit, 40}})
    for (const double outcome : {0.0, 0.3, 1.0})
      EXPECT_NEAR(line.outcome(line.place(outcome)), outcome, 1e-12);
}

TEST(OutcomeLine, has_the_slope_of_its_places) {
  for (const OutcomeLine& line : {OutcomeLine{OutcomeScale::plain, 0},
                                  {OutcomeScale::logarithm, 0},
                                  {OutcomeScale::logit, 40}})
    for (const double outcome : {0.01, 0.3, 0.99})
      EXPECT_NEAR(line.slope(outcome),
                  (line.place(outcome + 1e-6) - line.place(outcome - 1e-6)) / 2e-6, 1e-4);
}

TEST(OutcomeLine, never_leaves_the_range_of_the_outcome) {
  EXPECT_EQ((OutcomeLine{OutcomeScale::logit, 20}.outcome(-50)), 0);
  EXPECT_EQ((OutcomeLine{OutcomeScale::logit, 20}.outcome(50)), 1);
  EXPECT_EQ((OutcomeLine{OutcomeScale::logarithm, 0}.outcome(-3)), 0);
  EXPECT_EQ((OutcomeLine{OutcomeScale::plain, 0}.outcome(-3)), -3);
}

/// Shares of 50 youths, in four replications: 0.5 with a variance of 0.25 / 50 each, so their mean
/// is that of 200.
TEST(OutcomeLine, counts_the_youths_behind_a_share_by_its_variance) {
  const double off = std::sqrt(0.25 / 50 * 3 / 4);
  const Outcomes outcomes{{0.5 - off, 0.5 + off, 0.5 - off, 0.5 + off}};
  EXPECT_NEAR(OutcomeLine::of(OutcomeScale::logit, outcomes).count, 200, 1e-9);
}

TEST(OutcomeLine, counts_the_replications_where_a_share_never_varies) {
  EXPECT_EQ(OutcomeLine::of(OutcomeScale::logit, Outcomes{{1, 1, 1}, {1, 1, 1}}).count, 3);
}

TEST(OutcomeLine, is_plain_for_shares_that_exceed_one_and_for_waits_below_nil) {
  EXPECT_EQ(OutcomeLine::of(OutcomeScale::logit, Outcomes{{0.9, 1.1}}).scale, OutcomeScale::plain);
  EXPECT_EQ(OutcomeLine::of(OutcomeScale::logarithm, Outcomes{{5, -1}}).scale, OutcomeScale::plain);
}

}  // namespace
}  // namespace doorstroom
