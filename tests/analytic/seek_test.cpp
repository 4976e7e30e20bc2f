// The search for capacity, on queues whose answer is known.

#include <gmock/gmock.h>

#include "tests/support/seek_queues.hpp"

namespace doorstroom::seek_queues {
namespace {

/// Of 10 seeds, one may be wrong; tests/coverage has 200.
class Seek : public testing::TestWithParam<Case> {};

TEST_P(Seek, finds_the_number_of_places_that_the_formula_tells) {
  const Score score = score_of(GetParam(), 1, 10);
  EXPECT_GE(score.right, 9);
  EXPECT_GE(score.right_low, 9);
}

INSTANTIATE_TEST_SUITE_P(OnQueues, Seek,
                         testing::Values(mmc(), mmc_sites(), erlang_a(), erlang_a_sites()),
                         [](const testing::TestParamInfo<Case>& queue) {
                           std::string name;
                           for (const char letter : queue.param.name)
                             if (std::isalnum(static_cast<unsigned char>(letter))) name += letter;
                           return name;
                         });

/// Of 5 seeds, one may be wrong; tests/coverage has 200.
TEST(SeekTwo, finds_the_least_of_both_where_each_has_a_target_of_its_own) {
  EXPECT_GE(right_of_two(1, 5), 4);
}

}  // namespace
}  // namespace doorstroom::seek_queues
