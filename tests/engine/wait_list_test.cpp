#include "engine/wait_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "engine/error.hpp"
#include "engine/places.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Standing asked(std::int64_t tick, std::uint64_t order = 0) {
  return {.precedence = {.asked = tick, .order = order}};
}

TEST(WaitList, who_asked_first_is_next) {
  WaitList list;
  list.join(7, asked(30));
  list.join(8, asked(10));
  list.join(9, asked(20));
  EXPECT_EQ(list.front(), 8u);
  EXPECT_EQ(list.front_standing(), asked(10));
  EXPECT_THAT(list.in_order(), ElementsAre(8, 9, 7));
}

TEST(WaitList, two_who_asked_at_one_instant_keep_their_standing_order) {
  WaitList list;
  list.join(7, asked(10, 3));
  list.join(8, asked(10, 1));
  list.join(9, asked(10, 2));
  EXPECT_THAT(list.in_order(), ElementsAre(8, 9, 7));
}

TEST(WaitList, two_of_equal_standing_keep_the_order_of_joining) {
  WaitList list;
  for (const std::uint32_t subject : {3u, 1u, 2u}) list.join(subject, asked(10));
  EXPECT_THAT(list.in_order(), ElementsAre(3, 1, 2));
}

TEST(WaitList, lower_rank_goes_before_who_asked_earlier) {
  WaitList list;
  list.join(1, {.rank = 2, .precedence = {.asked = 1}});
  list.join(2, {.rank = -1, .precedence = {.asked = 9}});
  list.join(3, {.rank = 0, .precedence = {.asked = 5}});
  EXPECT_THAT(list.in_order(), ElementsAre(2, 3, 1));
}

TEST(WaitList, lower_since_goes_before_who_asked_earlier) {
  WaitList list;
  list.join(1, {.since = 4, .precedence = {.asked = 1}});
  list.join(2, {.since = 3, .precedence = {.asked = 2}});
  EXPECT_THAT(list.in_order(), ElementsAre(2, 1));
}

TEST(WaitList, anybody_can_leave_from_anywhere) {
  WaitList list;
  std::vector<WaitList::Handle> handles;
  for (std::uint32_t i = 0; i < 5; ++i) handles.push_back(list.join(i, asked(i)));
  list.leave(handles[2]);
  EXPECT_EQ(handles[2], WaitList::none);
  EXPECT_THAT(list.in_order(), ElementsAre(0, 1, 3, 4));
  list.leave(handles[0]);
  list.leave(handles[4]);
  EXPECT_THAT(list.in_order(), ElementsAre(1, 3));
  list.leave(handles[1]);
  list.leave(handles[3]);
  EXPECT_TRUE(list.empty());
  EXPECT_THAT(list.in_order(), IsEmpty());
}

TEST(WaitList, of_equals_who_joined_first_goes_first_unless_told_otherwise) {
  using enum WaitList::Among;
  WaitList list;
  for (std::uint32_t i = 0; i < 3; ++i) list.join(i, asked(7));
  list.join(10, asked(7), first_of_equals);
  list.join(11, asked(6));
  list.join(12, asked(8), first_of_equals);
  EXPECT_THAT(list.in_order(), ElementsAre(11, 10, 0, 1, 2, 12));
}

TEST(WaitList, subject_that_leaves_the_list_frees_no_capacity) {
  Places places(1);
  places.take();
  WaitList list;
  WaitList::Handle handle = list.join(1, asked(1));
  list.leave(handle);
  EXPECT_TRUE(list.empty());
  EXPECT_FALSE(places.has_room());
}

TEST(WaitList, rank_that_emptied_is_passed_over) {
  WaitList list;
  WaitList::Handle urgent = list.join(1, {.rank = 0});
  list.join(2, {.rank = 1});
  list.leave(urgent);
  EXPECT_EQ(list.front(), 2u);
  list.join(3, {.rank = 0});
  EXPECT_EQ(list.front(), 3u);
}

TEST(WaitList, order_is_that_of_sorting_after_any_joins_and_leaves) {
  std::mt19937 generator(1);
  const auto random = [&] { return static_cast<std::int64_t>(generator() % 5040); };
  WaitList list;
  std::map<std::pair<Standing, std::uint32_t>, WaitList::Handle> model;
  for (std::uint32_t step = 0; step < 4000; ++step) {
    if (model.empty() || random() % 3 != 0) {
      const Standing standing{.rank = static_cast<std::int32_t>(random() % 4) - 2,
                              .since = static_cast<std::int64_t>(random() % 3),
                              .precedence = {.asked = random() % 50, .order = step}};
      model[{standing, step}] = list.join(step, standing);
    } else {
      const auto leaver = std::next(model.begin(), random() % std::ssize(model));
      list.leave(leaver->second);
      model.erase(leaver);
    }
    ASSERT_EQ(list.size(), model.size());
    if (!model.empty()) {
      ASSERT_EQ(list.front(), model.begin()->first.second);
    }
    if (step % 100 != 0) continue;
    std::vector<std::uint32_t> expected;
    for (const auto& [who, handle] : model) expected.push_back(who.second);
    ASSERT_EQ(list.in_order(), expected);
  }
}

TEST(WaitList, misuse_is_a_broken_contract) {
  WaitList list;
  EXPECT_THROW(list.front(), ContractError);
  EXPECT_THROW(list.front_standing(), ContractError);
  WaitList::Handle handle = list.join(1, asked(1));
  WaitList::Handle copy = handle;
  list.leave(handle);
  EXPECT_THROW(list.leave(handle), ContractError);
  EXPECT_THROW(list.leave(copy), ContractError);
}

}  // namespace
}  // namespace doorstroom
