#include "results/what_if/baseline_rows.hpp"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "results/what_if/paired_run.hpp"

namespace doorstroom {
namespace {

using ::testing::ElementsAre;
using ::testing::Optional;

TEST(BaselineRows, a_row_that_another_process_kept_is_found) {
  BaselineRows rows;
  const pid_t child = fork();
  if (child == 0) {
    rows.keep("scenario", 3, std::vector<double>{1.5, -2});
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  EXPECT_THAT(rows.find("scenario", 3, 2), Optional(ElementsAre(1.5, -2)));
}

TEST(BaselineRows, a_row_of_something_else_is_not_taken_for_it) {
  BaselineRows rows;
  rows.keep("scenario", 3, std::vector<double>{1.5, -2});
  EXPECT_EQ(rows.find("another scenario", 3, 2), std::nullopt);
  EXPECT_EQ(rows.find("scenario", 2, 2), std::nullopt);
  EXPECT_EQ(rows.find("scenario", 3, 1), std::nullopt);
  rows.keep("another scenario", 3, std::vector<double>{7, 8});
  EXPECT_EQ(rows.find("scenario", 3, 2), std::nullopt) << "it is written over";
}

TEST(BaselineRows, a_row_that_has_no_room_is_not_kept) {
  BaselineRows rows;
  rows.keep("scenario", 4'000'000'000, std::vector<double>{1});
  EXPECT_EQ(rows.find("scenario", 4'000'000'000, 1), std::nullopt);
}

TEST(PairedRun, tells_after_five_ten_twenty_and_fifty_and_so_on_and_the_last) {
  std::vector<std::uint32_t> told;
  for (std::uint32_t pairs = 1; pairs <= 1234; ++pairs)
    if (is_told_after(pairs, 1234)) told.push_back(pairs);
  EXPECT_THAT(told, ElementsAre(5, 10, 20, 50, 100, 200, 500, 1000, 1234));
}

}  // namespace
}  // namespace doorstroom
