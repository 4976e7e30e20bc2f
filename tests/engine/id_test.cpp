#include "engine/id.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <type_traits>

namespace doorstroom {
namespace {

using testing::ElementsAre;

using ShelfId = Id<struct ShelfTag>;
using BookId = Id<struct BookTag>;
using SmallShelfId = PackedId<ShelfId, std::int8_t>;

template <class From, class To>
constexpr bool mixes = std::is_convertible_v<From, To> || std::is_assignable_v<To&, From> ||
                       requires(From from, To to) {
  from == to;
};

// Ids of different kinds cannot be mixed up, nor can an id and a number.
static_assert(!mixes<BookId, ShelfId> && !std::is_constructible_v<ShelfId, BookId>);
static_assert(!mixes<int, ShelfId> && !mixes<std::size_t, ShelfId>);
static_assert(!mixes<ShelfId, int> && !mixes<ShelfId, std::size_t> && !mixes<ShelfId, double>);
static_assert(!mixes<SmallShelfId, BookId> && !mixes<BookId, SmallShelfId>);
static_assert(!std::is_convertible_v<ShelfId, bool>);
static_assert(!std::is_constructible_v<ShelfId, double>);

template <class Position>
constexpr bool is_position_of_shelves = requires(IdVector<ShelfId, std::string> shelves,
                                                 Position at) {
  shelves[at];
};
static_assert(is_position_of_shelves<ShelfId> && is_position_of_shelves<SmallShelfId>);
static_assert(!is_position_of_shelves<BookId> && !is_position_of_shelves<int> &&
              !is_position_of_shelves<std::size_t>);

// An id costs what a number costs.
static_assert(sizeof(ShelfId) == 4 && std::is_trivially_copyable_v<ShelfId>);
static_assert(sizeof(SmallShelfId) == 1 && std::is_trivially_copyable_v<SmallShelfId>);

TEST(IdTest, identifies_nothing_until_it_has_a_position) {
  constexpr ShelfId none;
  EXPECT_FALSE(none);
  EXPECT_EQ(none.number(), -1);
  EXPECT_EQ(none, ShelfId{-1});
  EXPECT_TRUE(ShelfId{0});
}

TEST(IdTest, gives_its_position_and_its_number) {
  constexpr ShelfId third{2u};
  EXPECT_EQ(third.index(), 2u);
  EXPECT_EQ(third.number(), 2);
}

TEST(IdTest, is_ordered_by_position_and_nothing_comes_first) {
  EXPECT_LT(ShelfId{1}, ShelfId{2});
  EXPECT_THAT((std::set{ShelfId{2}, ShelfId{}, ShelfId{0}}),
              ElementsAre(ShelfId{}, ShelfId{0}, ShelfId{2}));
}

TEST(IdTest, the_next_of_its_kind_follows) {
  ShelfId id{4};
  EXPECT_EQ(id++, ShelfId{4});
  EXPECT_EQ(++id, ShelfId{6});
}

TEST(PackedIdTest, gives_back_the_id_that_it_was_made_of) {
  for (const ShelfId id : {ShelfId{}, ShelfId{0}, ShelfId{127}}) {
    const SmallShelfId small = id;
    EXPECT_EQ(ShelfId(small), id);
    EXPECT_EQ(small, id);
    EXPECT_EQ(static_cast<bool>(small), static_cast<bool>(id));
  }
  EXPECT_FALSE(SmallShelfId{});
}

TEST(IdVectorTest, holds_a_value_for_each_id) {
  IdVector<ShelfId, std::string> shelves{"poetry", "law"};
  shelves[ShelfId{1}] += " reports";
  EXPECT_EQ(shelves.at(ShelfId{1}), "law reports");
  EXPECT_THROW(shelves.at(ShelfId{2}), std::out_of_range);
  EXPECT_THAT(shelves.values(), ElementsAre("poetry", "law reports"));
}

TEST(IdVectorTest, numbers_its_values_from_0) {
  IdVector<ShelfId, std::string> shelves;
  EXPECT_EQ(shelves.last_id(), ShelfId{});
  EXPECT_EQ(shelves.next_id(), ShelfId{0});
  shelves.push_back("poetry");
  shelves.emplace_back("law");
  EXPECT_EQ(shelves.last_id(), ShelfId{1});
  std::vector<ShelfId> ids;
  for (const ShelfId id : shelves.ids()) ids.push_back(id);
  EXPECT_THAT(ids, ElementsAre(ShelfId{0}, ShelfId{1}));
}

TEST(IdVectorTest, finds_the_id_of_a_value) {
  const IdVector<ShelfId, std::string> shelves{"poetry", "law", "law"};
  EXPECT_EQ(shelves.find("law"), ShelfId{1});
  EXPECT_EQ(shelves.find("music"), ShelfId{});
  EXPECT_EQ(shelves.find(3u, &std::string::size), ShelfId{1});
  EXPECT_EQ(shelves.id_of(shelves.back()), ShelfId{2});
}

TEST(IdVectorTest, holds_flags) {
  IdVector<ShelfId, bool> full(2);
  full[ShelfId{1}] = true;
  EXPECT_FALSE(full[ShelfId{0}]);
  EXPECT_TRUE(full[ShelfId{1}]);
}

}  // namespace
}  // namespace doorstroom
