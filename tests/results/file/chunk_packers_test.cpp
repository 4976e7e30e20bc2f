#include "results/file/chunk_packers.hpp"

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <vector>

#include "engine/error.hpp"
#include "results/file/h5_file.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;

constexpr std::size_t chunk_values = 1000;

std::vector<std::int32_t> values_of(std::int32_t number) {
  return std::vector<std::int32_t>(chunk_values, number);
}

std::vector<std::byte> packed_at_once(const std::vector<std::int32_t>& values) {
  ChunkPacker packer;
  const auto packed = packer.pack(std::as_bytes(std::span(values)), 4, chunk_values);
  return {packed.begin(), packed.end()};
}

/// Gives chunks by number, and notes them as they are placed.
class Giver {
 public:
  explicit Giver(std::size_t most) : packers(most) {}

  void give(std::int32_t number, const void* owner = nullptr) {
    const std::vector<std::int32_t> values = values_of(number);
    packers.give(std::as_bytes(std::span(values)), 4, chunk_values, owner,
                 [this, number](std::span<const std::byte> packed) {
                   placed.push_back(number);
                   EXPECT_TRUE(std::ranges::equal(packed, packed_at_once(values_of(number))));
                 });
  }

  ChunkPackers packers;
  std::vector<std::int32_t> placed;
};

TEST(ChunkPackers, place_chunks_in_the_order_in_which_they_were_given) {
  Giver giver(3);
  for (std::int32_t number = 0; number < 20; ++number) giver.give(number);
  EXPECT_EQ(giver.placed.size(), 17U);
  giver.packers.place_all();
  ASSERT_EQ(giver.placed.size(), 20U);
  EXPECT_TRUE(std::ranges::is_sorted(giver.placed));
}

TEST(ChunkPackers, forget_the_chunks_of_who_is_no_more) {
  Giver giver(4);
  const int gone = 0;
  giver.give(1);
  giver.give(2, &gone);
  giver.give(3);
  EXPECT_TRUE(giver.packers.drop(&gone));
  EXPECT_FALSE(giver.packers.drop(&gone));
  giver.packers.place_all();
  EXPECT_THAT(giver.placed, ElementsAre(1, 3));
}

TEST(ChunkPackers, go_on_behind_a_chunk_that_cannot_be_placed) {
  Giver giver(2);
  giver.give(1);
  const std::vector<std::int32_t> values = values_of(2);
  giver.packers.give(std::as_bytes(std::span(values)), 4, chunk_values, nullptr,
                     [](std::span<const std::byte>) { throw std::runtime_error("disk full"); });
  giver.give(3);
  EXPECT_THROW(giver.packers.place_all(), std::runtime_error);
  giver.packers.place_all();
  EXPECT_THAT(giver.placed, ElementsAre(1, 3));
}

/// Whether the system gives no thread, once this user has as many processes as he may.
bool is_without_threads() {
  const rlimit none{};
  if (setrlimit(RLIMIT_NPROC, &none) != 0) return false;
  if (getuid() == 0 && setuid(65534) != 0) return false;  // root may have as many as he likes
  try {
    std::thread([] {}).join();
    return false;
  } catch (const std::system_error&) {
    return true;
  }
}

TEST(ChunkPackers, pack_here_where_there_is_no_thread) {
  const auto pack_without = [] {
    if (!is_without_threads()) _exit(2);
    Giver giver(2);
    for (std::int32_t number = 0; number < 5; ++number) giver.give(number);
    giver.packers.place_all();
    _exit(giver.placed == std::vector<std::int32_t>{0, 1, 2, 3, 4} ? 0 : 1);
  };
  EXPECT_EXIT(pack_without(), testing::ExitedWithCode(0), "");
}

TEST(ChunkPackers, let_no_file_be_closed_that_lacks_a_chunk) {
  const example::TemporaryFolder folder;
  H5File file = H5File::create(folder / "a.h5");
  file.make_group("/t");
  {
    H5Column column = file.make_column("/t", {"v", ColumnType::int32, "1", {}, {}}, chunk_values);
    column.append(values_of(1), 0, chunk_values);
  }
  EXPECT_THROW(file.close(), ContractError);
}

}  // namespace
}  // namespace doorstroom
