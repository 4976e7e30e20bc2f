// Sweeps on a real Slurm: what is submitted, what becomes of it when jobs and nodes die.

#include <gmock/gmock.h>

#include "tests/app/sweep.hpp"
#include "tests/slurm/cluster.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class Slurm : public SweepTest {
 protected:
  void SetUp() override {
    if (!Cluster::is_installed()) GTEST_SKIP() << "a cluster takes root, slurm-wlm and munge";
  }
};

TEST_F(Slurm, submits_arrays_that_the_cluster_allows_and_puts_the_tasks_together) {
  Cluster cluster(5);  // arrays of four
  ASSERT_TRUE(cluster.is_up()) << cluster.logs();
  write_plan(6, 4);
  expect_done({"plan.yaml", "-o", "here"});
  const Ended submitted =
      run({"submit", "plan.yaml", "-o", "there", "--blocks", "6", "--time", "5:00"});
  EXPECT_EQ(submitted.code, 0) << submitted.err;
  EXPECT_THAT(submitted.out, HasSubstr("12 tasks in 6 jobs: 1, "));
  EXPECT_THAT(run({"status", "there"}).out, HasSubstr("Slurm: "));
  ASSERT_TRUE(cluster.await_jobs()) << cluster.logs();
  EXPECT_THAT(run({"status", "there"}).out, HasSubstr("12 done, 0 failed, 0 to do"));
  expect_same("here", "there");
}

TEST_F(Slurm, killed_jobs_and_a_node_that_dies_cost_nothing_but_time) {
  Cluster cluster(1001);
  ASSERT_TRUE(cluster.is_up()) << cluster.logs();
  write_plan(20, 40);
  expect_done({"plan.yaml", "-o", "quiet"});
  ASSERT_EQ(run({"submit", "plan.yaml", "-o", "disturbed", "--blocks", "10"}).code, 0);
  const auto wait_for_tasks = [&](std::size_t more) {
    const std::size_t before = task_files("disturbed").size();
    for (int i = 0; i < 600 && task_files("disturbed").size() < before + more; ++i)
      std::this_thread::sleep_for(milliseconds(50));
  };
  wait_for_tasks(2);
  output_of("pkill -KILL -f 'doorstroom sweep work .*disturbed'");  // a task
  wait_for_tasks(2);
  cluster.kill_node();
  output_of("pkill -KILL -f 'doorstroom sweep work .*disturbed'");
  std::this_thread::sleep_for(seconds(1));
  cluster.start_node();
  ASSERT_TRUE(cluster.await_jobs()) << cluster.logs();

  // What was killed is told, not hidden; submitted again, only that is done.
  const Ended again = run({"submit", "plan.yaml", "-o", "disturbed", "--blocks", "10"});
  EXPECT_EQ(again.code, 0) << again.err;
  ASSERT_TRUE(cluster.await_jobs()) << cluster.logs();
  expect_same("quiet", "disturbed");
}

TEST_F(Slurm, says_when_there_is_no_cluster) {
  setenv("SLURM_CONF", "/dev/null", 1);
  write_plan(2, 2);
  const Ended ended = run({"submit", "plan.yaml", "-o", "nowhere"});
  unsetenv("SLURM_CONF");
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.err, AllOf(HasSubstr("there is no Slurm that can be reached from here"),
                               HasSubstr("`doorstroom sweep work DIR --part 1/4`")));
}

}  // namespace
}  // namespace doorstroom::testing
