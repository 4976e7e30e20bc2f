// Whether the search for capacity is right in 95 of 100 runs, on queues whose answer is known.

#include <gtest/gtest.h>

#include "tests/support/seek_queues.hpp"

namespace doorstroom::seek_queues {
namespace {

TEST(SeekCoverage, is_right_in_95_of_100_seeds) {
  constexpr std::uint32_t seeds = 200;
  for (const Case& queue : {mmc(), mmc_sites(), erlang_a(), erlang_a_sites()}) {
    const Score score = score_of(queue, 1000, seeds);
    EXPECT_GE(score.right, 190) << queue.name;
    EXPECT_GE(score.right_low, 190) << queue.name;
    RecordProperty(queue.name, score.right);
  }
}

TEST(SeekCoverage, is_right_in_95_of_100_seeds_for_two_capacities) {
  EXPECT_GE(right_of_two(1000, 200), 190);
}

}  // namespace
}  // namespace doorstroom::seek_queues
