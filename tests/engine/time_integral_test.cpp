#include "engine/time_integral.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;

constexpr Instant day(std::int64_t number) {
  return Instant::at_day(number);
}
constexpr std::array<Instant, 4> edges = {day(0), day(10), day(20), day(40)};

TEST(TimeIntegral, number_that_never_changes_counts_over_the_whole_span) {
  TimeIntegral taken(edges);
  taken.set(day(0), 2);
  EXPECT_THAT(taken.close(day(40)), ElementsAre(20, 20, 40));
}

TEST(TimeIntegral, change_within_a_span_counts_from_its_moment) {
  TimeIntegral taken(edges);
  taken.set(day(0), 1);
  taken.add(day(4), 2);
  taken.add(Instant{day(14).ticks + Instant::ticks_per_day / 2}, -3);
  EXPECT_EQ(taken.value(), 0);
  EXPECT_THAT(taken.close(day(40)), ElementsAre(4 + 18, 13.5, 0));
}

TEST(TimeIntegral, change_at_an_edge_counts_in_the_span_that_begins) {
  TimeIntegral taken(edges);
  taken.set(day(10), 1);
  taken.set(day(20), 5);
  EXPECT_THAT(taken.close(day(40)), ElementsAre(0, 10, 100));
}

TEST(TimeIntegral, what_lies_outside_the_spans_is_not_counted) {
  TimeIntegral taken(edges);
  taken.set(day(-100), 7);
  taken.set(day(-1), 1);
  taken.set(day(45), 9);
  EXPECT_THAT(taken.close(day(60)), ElementsAre(10, 10, 20));
}

TEST(TimeIntegral, spans_not_reached_are_zero) {
  TimeIntegral taken(edges);
  taken.set(day(5), 1);
  EXPECT_THAT(taken.close(day(12)), ElementsAre(5, 2, 0));
  EXPECT_THAT(taken.close(day(13)), ElementsAre(5, 3, 0));
}

TEST(TimeIntegral, set_to_what_it_is_leaves_no_trace_in_the_last_bit) {
  TimeIntegral once(edges);
  TimeIntegral often(edges);
  once.set(day(0), 0.1);
  for (int i = 0; i < 10; ++i) often.set(day(i), 0.1);
  EXPECT_EQ(often.close(day(40)), once.close(day(40)));
}

TEST(TimeIntegral, time_that_goes_back_is_a_broken_contract) {
  TimeIntegral taken(edges);
  taken.set(day(5), 1);
  EXPECT_THROW(taken.set(day(4), 2), ContractError);
}

TEST(TimeIntegral, edges_out_of_order_are_a_broken_contract) {
  constexpr std::array<Instant, 2> backwards = {day(2), day(1)};
  EXPECT_THROW(TimeIntegral{backwards}, ContractError);
  EXPECT_THROW(TimeIntegral(std::span(edges).first(1)), ContractError);
}

}  // namespace
}  // namespace doorstroom
