#include "results/report/start_counts.hpp"

#include <gmock/gmock.h>

#include <random>

/// Which counts of the start date are hidden, and what somebody can conclude who knows the sums.

namespace doorstroom {
namespace {

using Shown = StartCount::Shown;
constexpr int small_cells_default = 5;

std::vector<Shown> shown_of(std::vector<int> youths, int small_cells = small_cells_default) {
  std::vector<StartCount> counts;
  for (const int count : youths) counts.push_back({.youths = count});
  std::vector<StartCount*> column;
  for (StartCount& count : counts) column.push_back(&count);
  hide_small_counts(column, small_cells);
  std::vector<Shown> shown;
  for (const StartCount& count : counts) shown.push_back(count.shown);
  return shown;
}

TEST(StartCounts, none_is_hidden_where_none_is_small) {
  EXPECT_THAT(shown_of({0, 5, 40}), testing::Each(Shown::number));
}

TEST(StartCounts, small_count_takes_another_with_it) {
  // Of a sum of 9, the smallest other leaves 1 to 4.
  EXPECT_THAT(shown_of({3, 6, 20, 0}),
              testing::ElementsAre(Shown::fewer, Shown::nothing, Shown::number, Shown::number));
}

TEST(StartCounts, other_that_would_give_the_small_one_away_is_no_help) {
  // With 5 the sum would be 6, and "5 or more" leaves 1 alone.
  EXPECT_THAT(shown_of({1, 5, 20}),
              testing::ElementsAre(Shown::fewer, Shown::number, Shown::nothing));
}

TEST(StartCounts, two_small_ones_are_not_enough) {
  // 1 + 1: the sum of 2 would tell both.
  EXPECT_THAT(shown_of({1, 1, 30}),
              testing::ElementsAre(Shown::fewer, Shown::fewer, Shown::nothing));
}

TEST(StartCounts, nothing_is_small_below_zero_or_one) {
  EXPECT_THAT(shown_of({1, 2, 3}, 0), testing::Each(Shown::number));
  EXPECT_THAT(shown_of({1, 2, 3}, 1), testing::Each(Shown::number));
}

/// Everything that the hidden counts can be, given their sum and how they are shown: tried out, one
/// count after the other.
bool can_be(const std::vector<StartCount*>& hidden, std::size_t next, int left, int small_cells) {
  if (next == hidden.size()) return left == 0;
  const bool few = hidden[next]->shown == Shown::fewer;
  const int low = few ? 1 : small_cells;
  const int high = few ? small_cells - 1 : left;
  for (int value = low; value <= high && value <= left; ++value)
    if (can_be(hidden, next + 1, left - value, small_cells)) return true;
  return false;
}

TEST(StartCounts, sum_leaves_every_small_count_open) {
  std::mt19937 random(2026);
  int tried = 0;
  for (int i = 0; i < 300; ++i) {
    std::vector<StartCount> counts(std::uniform_int_distribution(2, 6)(random));
    for (StartCount& count : counts)
      count.youths = std::uniform_int_distribution(0, 3)(random) == 0
                         ? std::uniform_int_distribution(1, 4)(random)
                         : std::uniform_int_distribution(0, 25)(random);
    std::vector<StartCount*> column;
    for (StartCount& count : counts) column.push_back(&count);
    hide_small_counts(column, small_cells_default);
    std::vector<StartCount*> hidden;
    int sum = 0;
    bool all_hidden = true;
    for (StartCount* count : column) {
      EXPECT_EQ(count->shown == Shown::fewer,
                0 < count->youths && count->youths < small_cells_default);
      if (count->is_hidden()) {
        hidden.push_back(count);
        sum += count->youths;
      } else if (count->youths > 0) {
        all_hidden = false;
      }
    }
    if (all_hidden) continue;  // there was nothing else to hide
    for (StartCount* one : hidden) {
      if (one->shown != Shown::fewer) continue;
      std::vector<StartCount*> others = hidden;
      std::erase(others, one);
      for (int value = 1; value < small_cells_default; ++value) {
        EXPECT_TRUE(sum >= value && can_be(others, 0, sum - value, small_cells_default))
            << one->youths << " could not be " << value;
        ++tried;
      }
    }
  }
  EXPECT_GT(tried, 200);
}

}  // namespace
}  // namespace doorstroom
