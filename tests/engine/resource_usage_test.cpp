#include "engine/resource_usage.hpp"

#include <gtest/gtest.h>
#include <sys/mman.h>

#include <cstddef>

namespace doorstroom {
namespace {

constexpr std::size_t size = std::size_t{32} << 20;

/// So much memory, every page of it in use.
class Memory {
 public:
  explicit Memory(int kind)
      : at_(static_cast<std::byte*>(
            mmap(nullptr, size, PROT_READ | PROT_WRITE, kind | MAP_ANONYMOUS, -1, 0))) {
    for (std::size_t i = 0; i < size; i += 4096) at_[i] = std::byte{1};
  }
  ~Memory() { munmap(at_, size); }
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;

 private:
  std::byte* at_;
};

TEST(ResourceUsage, anonymous_memory_is_what_the_process_holds_of_its_own_now) {
  const auto before = static_cast<double>(anonymous_memory());
  EXPECT_GT(before, 0);
  {
    const Memory own(MAP_PRIVATE);
    EXPECT_NEAR(static_cast<double>(anonymous_memory()), before + size, 0.1 * size);
  }
  EXPECT_NEAR(static_cast<double>(anonymous_memory()), before, 0.1 * size);
  const Memory shared(MAP_SHARED);  // as a file is
  EXPECT_NEAR(static_cast<double>(anonymous_memory()), before, 0.1 * size);
}

TEST(ResourceUsage, seconds_add_up_and_the_larger_memory_stays) {
  ResourceUsage sum{1, 0.25, 100};
  sum += {2, 0.5, 50};
  EXPECT_EQ(sum.simulating_seconds, 3);
  EXPECT_EQ(sum.simgrid_seconds, 0.75);
  EXPECT_EQ(sum.anonymous_bytes, 100u);
}

TEST(ResourceUsage, a_limit_is_lowered_and_never_raised) {
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_CORE, &before), 0);
  const auto now = [] {
    rlimit limit{};
    getrlimit(RLIMIT_CORE, &limit);
    return limit.rlim_cur;
  };
  const rlimit of_user{1000, before.rlim_max};
  if (before.rlim_max >= 1000) {
    ASSERT_EQ(setrlimit(RLIMIT_CORE, &of_user), 0);
  }
  const rlim_t start = now();
  EXPECT_TRUE(lower_limit(RLIMIT_CORE, 4e30));
  EXPECT_EQ(now(), start);
  EXPECT_TRUE(lower_limit(RLIMIT_CORE, 2000));
  EXPECT_EQ(now(), start);
  EXPECT_TRUE(lower_limit(RLIMIT_CORE, 0));
  EXPECT_EQ(now(), 0u);
  setrlimit(RLIMIT_CORE, &before);
}

}  // namespace
}  // namespace doorstroom
