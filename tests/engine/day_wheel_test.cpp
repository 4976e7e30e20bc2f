#include "engine/day_wheel.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <random>
#include <set>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

using testing::UnorderedElementsAre;

struct Due {
  std::int64_t on = 0;
  int number = 0;

  std::int64_t day() const { return on; }
};
using Wheel = DayWheel<Due>;

std::multiset<int> due_next(Wheel& wheel) {
  std::multiset<int> due;
  wheel.turn([&](const Due& one) { due.insert(one.number); });
  return due;
}

TEST(DayWheel, turns_to_the_first_day_with_something_and_gives_all_of_that_day) {
  Wheel wheel;
  wheel.put({400, 1});
  wheel.put({-3, 2});
  wheel.put({400, 3});
  EXPECT_THAT(due_next(wheel), UnorderedElementsAre(2));
  EXPECT_EQ(wheel.today(), -3);
  EXPECT_EQ(wheel.size(), 2u);
  EXPECT_THAT(due_next(wheel), UnorderedElementsAre(1, 3));
  EXPECT_EQ(wheel.today(), 400);
  EXPECT_EQ(wheel.size(), 0u);
}

TEST(DayWheel, finds_days_as_far_apart_as_numbers_go) {
  const std::int64_t first = std::numeric_limits<std::int64_t>::min() + 1;
  const std::int64_t last = std::numeric_limits<std::int64_t>::max();
  Wheel wheel;
  for (const std::int64_t day : {last, first, std::int64_t{-1}, std::int64_t{0}}) wheel.put({day});
  for (const std::int64_t day : {first, std::int64_t{-1}, std::int64_t{0}, last}) {
    due_next(wheel);
    EXPECT_EQ(wheel.today(), day);
  }
}

TEST(DayWheel, keeps_only_what_it_is_told_to) {
  Wheel wheel;
  for (int number = 0; number < 1'000; ++number) wheel.put({1 + number % 7 * 100, number});
  wheel.keep_only([](const Due& one) { return one.number % 7 == 2 && one.number < 20; });
  EXPECT_EQ(wheel.size(), 3u);
  EXPECT_THAT(due_next(wheel), UnorderedElementsAre(2, 9, 16));
  EXPECT_EQ(wheel.today(), 201);
  wheel.put({202, 1});
  wheel.keep_only([](const Due&) { return false; });
  EXPECT_EQ(wheel.size(), 0u);
}

TEST(DayWheel, order_is_that_of_sorting_on_every_scale_of_time) {
  std::mt19937_64 generator(7);
  for (const std::uint64_t span : {3, 70, 5'000, 300'000, 20'000'000}) {
    Wheel wheel;
    std::map<std::int64_t, std::multiset<int>> model;
    std::size_t size = 0;
    std::int64_t today = -1'000;
    const auto turn = [&] {
      ASSERT_EQ(due_next(wheel), model.begin()->second);
      today = model.begin()->first;
      ASSERT_EQ(wheel.today(), today);
      size -= model.begin()->second.size();
      model.erase(model.begin());
    };
    for (int number = 0; number < 20'000; ++number) {
      const std::int64_t day = today + 1 + static_cast<std::int64_t>(generator() % span);
      wheel.put({day, number});
      model[day].insert(number);
      ++size;
      if (generator() % 4 == 0) turn();
      ASSERT_EQ(wheel.size(), size);
    }
    while (!model.empty()) turn();
    EXPECT_EQ(wheel.size(), 0u);
  }
}

TEST(DayWheel, misuse_is_a_broken_contract) {
  Wheel wheel;
  EXPECT_THROW(due_next(wheel), ContractError);
  wheel.put({5, 1});
  due_next(wheel);
  EXPECT_THROW(wheel.put({5, 2}), ContractError);
}

}  // namespace
}  // namespace doorstroom
