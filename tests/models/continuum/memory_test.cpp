// What one replication keeps in memory.

#include <gtest/gtest.h>
#include <malloc.h>

#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

/// Memory that is handed out now [byte].
std::size_t in_use() {
  const struct mallinfo2 now = mallinfo2();
  return now.uordblks + now.hblkhd;
}

struct Kept {
  std::size_t bytes = 0;
  std::uint64_t requests = 0;
};

/// Of a replication without rows, in which a youth asks ten times.
Kept kept_over(int years) {
  const Scenario scenario = worked::load(worked::scenario(R"(
sources:
  school: {per_year: 5000, to: oza}
arrangements:
  oza: {education: part, places: 150, stay: 1 day, routes: {oza: 90%, out: rest}}
)" + worked::out,
                                                          years));
  const std::size_t before = in_use();
  const Records records = simulate(scenario, 0, false);
  return {in_use() - before, records.visit_count};
}

TEST(Memory, without_rows_grows_by_little_more_than_eight_bytes_a_request_and_is_given_back) {
#ifdef DOORSTROOM_SANITIZE
  GTEST_SKIP() << "the sanitizer hands out memory in its own way";
#endif
  kept_over(1);  // what SimGrid and others keep for good
  const std::size_t before = in_use();
  const Kept some = kept_over(3);
  const Kept more = kept_over(9);
  const double each = static_cast<double>(more.bytes - some.bytes) /
                      static_cast<double>(more.requests - some.requests);
  EXPECT_GT(more.requests, 400'000u);
  // Eight for the wait, a thirtieth more for its block; for one request in ten, eight for the time
  // to a first place, of all, of the severity and of the age, with room to grow, and eight for what
  // came first after the signal; the census.
  EXPECT_LT(each, 14);
  EXPECT_GT(each, 8);
  EXPECT_LT(in_use(), before + 64 * 1024);
}

}  // namespace
}  // namespace doorstroom
