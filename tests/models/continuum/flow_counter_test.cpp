#include "models/continuum/flow_counter.hpp"

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

TEST(FlowCounter, counts_of_a_year_come_in_order_of_nodes) {
  FlowCounter counter(3);
  counter.count(0, NodeId{2}, NodeId{1});
  counter.count(0, NodeId{0}, NodeId{2});
  counter.count(0, NodeId{0}, NodeId{1});
  counter.count(0, NodeId{0}, NodeId{2});
  std::vector<Flow> flows;
  counter.end_year(flows);
  ASSERT_EQ(flows.size(), 3u);
  EXPECT_EQ(flows[0].to, NodeId{1});
  EXPECT_EQ(flows[1].to, NodeId{2});
  EXPECT_EQ(flows[1].youths, 2u);
  EXPECT_EQ(flows[2].from, NodeId{2});
}

TEST(FlowCounter, next_year_begins_at_zero_and_before_the_start_date_nothing_counts) {
  FlowCounter counter(2);
  counter.count(-1, NodeId{0}, NodeId{1});
  counter.count(0, NodeId{0}, NodeId{1});
  std::vector<Flow> flows;
  counter.end_year(flows);
  counter.count(1, NodeId{0}, NodeId{1});
  counter.end_year(flows);
  ASSERT_EQ(flows.size(), 2u);
  EXPECT_EQ(flows[0].year, 0);
  EXPECT_EQ(flows[1].year, 1);
  EXPECT_EQ(flows[1].youths, 1u);
}

}  // namespace
}  // namespace doorstroom
