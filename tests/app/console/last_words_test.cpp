#include "app/console/last_words.hpp"

#include <gmock/gmock.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <new>

#include "results/file/output_file.hpp"
#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

class LastWordsDeathTest : public ::testing::Test {
 protected:
  /// As a library does in the midst of our work.
  template <class End>
  void end_while_writing(End end) const {
    set_last_words("Failed: out of memory\n");
    OutputFile file((scratch_ / "out.csv").string(), false);
    end();
  }

  Scratch scratch_;
};

TEST_F(LastWordsDeathTest, are_said_when_a_library_ends_the_program) {
  EXPECT_EXIT(end_while_writing([] { std::exit(255); }), ::testing::ExitedWithCode(1),
              "Failed: out of memory");
  EXPECT_THAT(scratch_.files(), ::testing::IsEmpty());
}

#ifndef DOORSTROOM_SANITIZE
TEST_F(LastWordsDeathTest, are_said_of_a_crash_for_want_of_memory) {
  const auto crash = [] {
    errno = ENOMEM;
    raise(SIGSEGV);
  };
  EXPECT_EXIT(end_while_writing(crash), ::testing::ExitedWithCode(1), "Failed: out of memory");
  EXPECT_THAT(scratch_.files(), ::testing::IsEmpty());
}

TEST_F(LastWordsDeathTest, are_said_when_memory_is_refused_where_nobody_can_be_told) {
  const auto refuse_memory = [] { throw std::bad_alloc(); };
  const auto refuse = [&]() noexcept { refuse_memory(); };
  EXPECT_EXIT(end_while_writing(refuse), ::testing::ExitedWithCode(1), "^Failed: out of memory");
}

TEST_F(LastWordsDeathTest, are_not_said_of_another_crash_which_leaves_nothing_half_either) {
  const auto crash = [] {
    errno = EIO;
    raise(SIGSEGV);
  };
  EXPECT_EXIT(end_while_writing(crash), ::testing::KilledBySignal(SIGSEGV), "^$");
  EXPECT_THAT(scratch_.files(), ::testing::IsEmpty());
}
#endif

}  // namespace
}  // namespace doorstroom::testing
