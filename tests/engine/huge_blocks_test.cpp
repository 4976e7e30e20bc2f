#include "engine/huge_blocks.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>

#include "engine/resource_usage.hpp"

namespace doorstroom {
namespace {

struct Row {
  std::uint64_t number = 0;
  double rest[5] = {};
};

TEST(HugeBlocks, rows_stay_where_they_are_and_in_order) {
  Rows<Row> rows;
  const Row* first = nullptr;
  constexpr std::uint64_t many = 300'000;  // more than two blocks hold
  for (std::uint64_t number = 0; number < many; ++number) {
    rows.push_back({number, {}});
    if (!first) first = &rows.front();
  }
  EXPECT_EQ(&rows.front(), first);
  ASSERT_EQ(rows.size(), many);
  for (std::uint64_t number = 0; number < many; ++number) ASSERT_EQ(rows[number].number, number);
}

TEST(HugeBlocks, large_memory_begins_at_a_huge_page) {
  HugeBlocks<Row> blocks;
  constexpr std::size_t many = 3 * huge_block_bytes / sizeof(Row);
  Row* memory = blocks.allocate(many);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(memory) % huge_block_bytes, 0u);
  blocks.deallocate(memory, many);
}

TEST(HugeBlocks, rows_that_are_let_go_give_their_memory_back_while_others_stay) {
  constexpr std::size_t many = std::size_t{1} << 21;
  constexpr double bytes = many * sizeof(Row);  // 96 MiB
  const auto before = static_cast<double>(anonymous_memory());
  Rows<Row> rows;
  for (std::size_t number = 0; number < many; ++number) rows.push_back({number, {}});
  const auto held = [before] { return static_cast<double>(anonymous_memory()) - before; };
  EXPECT_NEAR(held(), bytes, 0.1 * bytes);
  rows.erase(rows.begin(), rows.begin() + many * 3 / 4);
  EXPECT_NEAR(held(), bytes / 4, 0.1 * bytes);
  for (std::size_t i = 0; i < rows.size(); ++i) ASSERT_EQ(rows[i].number, many * 3 / 4 + i);
}

}  // namespace
}  // namespace doorstroom
