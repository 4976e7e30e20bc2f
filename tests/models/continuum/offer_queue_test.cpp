#include "models/continuum/offer_queue.hpp"

#include <gtest/gtest.h>

#include "models/continuum/node_states.hpp"

namespace doorstroom {
namespace {

/// Two arrangements with one place each, and nobody on their lists.
class OfferQueueTest : public testing::Test {
 protected:
  OfferQueueTest() {
    for (SiteState* unit : {&one(), &other()}) unit->set_capacity(Instant{}, 1);
  }

  static Scenario two_arrangements() {
    Scenario scenario;
    scenario.arrangements.resize(2);
    scenario.nodes.resize(2);
    for (const NodeId id : scenario.nodes.ids()) {
      scenario.nodes[id].kind = NodeKind::arrangement;
      scenario.nodes[id].index = id.number();
    }
    return scenario;
  }

  SiteState& one() { return nodes_[NodeId{0}].units.front(); }
  SiteState& other() { return nodes_[NodeId{1}].units.front(); }

  WaitList::Handle list(SiteState& unit, std::int64_t asked, std::uint64_t order = 0) {
    Youth& youth = youths_.add();
    youth.visit.asked = Instant{asked};
    youth.person.order = order;
    last_ = &youth;
    const WaitList::Handle in_line =
        unit.list.join(youth.slot, Standing{.precedence = precedence_of(youth)});
    queue_.update(unit);
    return in_line;
  }

  const Scenario scenario_ = two_arrangements();
  const Draws draws_{scenario_, 0};
  NodeStates nodes_{scenario_, draws_};
  Youths youths_;
  OfferQueue queue_{youths_};
  Youth* last_ = nullptr;
};

TEST_F(OfferQueueTest, unit_offers_nothing_to_an_empty_list_or_without_room) {
  queue_.update(one());
  EXPECT_FALSE(queue_.has_offer());
  one().set_capacity(Instant{}, 0);
  list(one(), 1);
  EXPECT_FALSE(queue_.has_offer());
}

TEST_F(OfferQueueTest, first_offer_goes_to_the_youth_who_asked_first) {
  list(one(), 2);
  list(other(), 1);
  ASSERT_TRUE(queue_.has_offer());
  EXPECT_EQ(&queue_.take_first(), &other());
  ASSERT_TRUE(queue_.has_offer());
  EXPECT_EQ(&queue_.take_first(), &one());
  EXPECT_FALSE(queue_.has_offer());
}

TEST_F(OfferQueueTest, standing_order_settles_a_tie) {
  list(one(), 1, 8);
  list(other(), 1, 7);
  ASSERT_TRUE(queue_.has_offer());
  EXPECT_EQ(&queue_.take_first(), &other());
}

TEST_F(OfferQueueTest, offer_is_stale_once_the_unit_is_full) {
  list(one(), 1);
  list(other(), 2);
  one().take(Instant{});
  ASSERT_TRUE(queue_.has_offer());
  EXPECT_EQ(&queue_.take_first(), &other());
  one().release(Instant{});
  queue_.update(one());
  EXPECT_TRUE(queue_.has_offer());
}

TEST_F(OfferQueueTest, offer_is_stale_once_another_youth_is_first_in_line) {
  WaitList::Handle first = list(one(), 1);
  list(other(), 2);
  list(one(), 3);
  one().list.leave(first);
  queue_.update(one());
  ASSERT_TRUE(queue_.has_offer());
  EXPECT_EQ(&queue_.take_first(), &other());
  ASSERT_TRUE(queue_.has_offer());
  EXPECT_EQ(&queue_.take_first(), &one());
}

TEST_F(OfferQueueTest, youth_comes_before_the_case_that_absence_opened_for_the_youth) {
  list(one(), 1);
  last_->link.kind = TrackLink::Kind::absence_case;
  last_->visit.node = NodeId{0};
  queue_.update(one());
  list(other(), 1);
  ASSERT_TRUE(queue_.has_offer());
  EXPECT_EQ(&queue_.take_first(), &other());
}

}  // namespace
}  // namespace doorstroom
