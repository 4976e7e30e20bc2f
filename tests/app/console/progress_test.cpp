#include "app/console/progress.hpp"

#include <gmock/gmock.h>

#include <thread>

namespace doorstroom::testing {
namespace {

TEST(Progress, of_work_that_outgrows_its_plan_is_no_line_for_each_step) {
  ::testing::internal::CaptureStderr();
  {
    Progress progress(message("replications"));
    std::this_thread::sleep_for(std::chrono::milliseconds(2'100));  // shorter work shows no line
    for (std::uint32_t done = 100; done < 150; ++done) progress.show(done, done);
  }
  EXPECT_THAT(::testing::internal::GetCapturedStderr(),
              ::testing::MatchesRegex("100 of 100 replications, in [0-9]+ s\n"));
}

}  // namespace
}  // namespace doorstroom::testing
