// Sweeps on a real Slurm: what is submitted, what becomes of it when jobs and nodes die.

#include <gmock/gmock.h>

#include <random>

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

/// At ten random moments: the program and a worker here, then jobs and the node of the cluster.
TEST_F(Slurm, killed_ten_times_in_four_ways_a_sweep_ends_as_if_nothing_had_happened) {
  Cluster cluster(1001);
  ASSERT_TRUE(cluster.is_up()) << cluster.logs();
  constexpr std::size_t points = 1500;
  write_plan(points / 2, 20, "plan.yaml", minimal);
  expect_done({"plan.yaml", "-o", "quiet"});

  std::mt19937 moments(2026);
  std::uniform_int_distribution<int> wait(0, 500);
  for (int time = 0; time < 5; ++time)
    disturb({"plan.yaml", "-o", "disturbed", "--jobs", "2"}, "disturbed", time % 2 == 0,
            milliseconds(wait(moments)));
  const Words submission{"submit", "plan.yaml", "-o", "disturbed", "--blocks", "40"};
  ASSERT_EQ(run(submission).code, 0);
  for (int time = 0; time < 5; ++time) {
    const std::size_t before = task_files("disturbed").size();
    for (int i = 0; i < 600 && task_files("disturbed").size() == before; ++i)
      std::this_thread::sleep_for(milliseconds(50));
    std::this_thread::sleep_for(milliseconds(wait(moments)));
    EXPECT_LT(task_files("disturbed").size(), points) << "too late to disturb it";
    if (time % 2 == 0) {
      output_of("pkill -KILL --oldest -f 'doorstroom sweep work .*disturbed'");
    } else {
      cluster.kill_node();
      output_of("pkill -KILL -f 'doorstroom sweep work .*disturbed'");
      std::this_thread::sleep_for(seconds(1));
      cluster.start_node();
    }
  }
  ASSERT_TRUE(cluster.await_jobs()) << cluster.logs();

  // What was killed is told, not hidden; submitted again, only that is done.
  EXPECT_LT(task_files("disturbed").size(), points);
  const Ended again = run(submission);
  EXPECT_EQ(again.code, 0) << again.err;
  ASSERT_TRUE(cluster.await_jobs()) << cluster.logs();
  expect_same("quiet", "disturbed");
}

/// An experiment is one command in one job; its folder lets the next job go on.
TEST_F(Slurm, a_search_whose_job_was_cancelled_goes_on_in_the_next) {
  Cluster cluster(5);
  ASSERT_TRUE(cluster.is_up()) << cluster.logs();
  const std::string seek =
      "seek short.yaml --vary arrangements.oza.places=16..48 --so-that "
      "'oza.entered_within_10w >= 60%' --json";
  const auto submit = [&] {
    return output_of(
        fmt::format("cd {} && sbatch --parsable --cpus-per-task=2 --output=log.txt "
                    "--wrap \"{} {} -o there > answer.json\"",
                    scratch_.path().string(), program, seek));
  };
  const std::string job = submit();
  for (int i = 0; i < 600 && task_files("there").size() < 3; ++i)
    std::this_thread::sleep_for(milliseconds(50));
  output_of("scancel " + job);
  ASSERT_TRUE(cluster.await_jobs()) << cluster.logs();
  const std::size_t kept = task_files("there").size();
  EXPECT_GE(kept, 3u);
  EXPECT_EQ(read_text(scratch_ / "answer.json"), "") << "too late to cancel it";
  submit();
  ASSERT_TRUE(cluster.await_jobs()) << cluster.logs();
  const auto without_seconds = [](const std::string& text) {
    return text.substr(0, text.find("\"seconds\""));
  };
  output_of(fmt::format("(cd {} && {} {} > here.json 2> here.err)", scratch_.path().string(),
                        program, seek));
  EXPECT_EQ(without_seconds(read_text(scratch_ / "answer.json")),
            without_seconds(read_text(scratch_ / "here.json")));
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
