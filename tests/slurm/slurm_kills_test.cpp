// The daemons of a real Slurm are killed while a sweep runs on it, again and again.

#include <gmock/gmock.h>

#include <random>

#include "tests/app/sweep.hpp"
#include "tests/slurm/cluster.hpp"

namespace doorstroom::testing {
namespace {

class SlurmKills : public SweepTest {
 protected:
  void SetUp() override {
    if (!Cluster::is_installed()) GTEST_SKIP() << "a cluster takes root, slurm-wlm and munge";
  }
  bool has_damaged_tasks(const std::string& folder) const {
    const Ended status = run({"status", folder});
    return status.out.find("damaged") != std::string::npos;
  }
};

/// What the controller had not written down is lost with it, jobs among it; submitted again, the
/// sweep does what is missing.
TEST_F(SlurmKills, of_its_daemons_leave_whole_tasks_and_the_same_result_in_the_end) {
  constexpr int kills = 100;
  constexpr std::size_t tasks = 2 * 250;
  Cluster cluster(1001);
  ASSERT_TRUE(cluster.is_up()) << cluster.logs();
  write_plan(250, 20, "plan.yaml", minimal);
  expect_done({"plan.yaml", "-o", "quiet"});
  const Words submission{"submit", "plan.yaml", "-o", "disturbed", "--blocks", "100"};
  ASSERT_EQ(run(submission).code, 0);

  std::mt19937 random(2026);
  std::uniform_int_distribution<int> wait(0, 400);
  int while_it_ran = 0;
  for (int time = 0; time < kills; ++time) {
    std::this_thread::sleep_for(milliseconds(wait(random)));
    if (task_files("disturbed").size() < tasks) ++while_it_ran;
    if (random() % 2 == 0) {
      cluster.kill_controller();
      std::this_thread::sleep_for(milliseconds(wait(random) / 4));
      cluster.start_controller();
    } else {
      cluster.kill_daemon_of_node();
      std::this_thread::sleep_for(milliseconds(wait(random) / 4));
      cluster.start_node();
    }
    ASSERT_FALSE(has_damaged_tasks("disturbed")) << time;
  }
  std::cout << kills << " kills of daemons, " << while_it_ran << " while there was work\n";
  EXPECT_GT(while_it_ran, kills / 4);
  for (int again = 0; again < 3; ++again) {
    ASSERT_TRUE(cluster.await_jobs()) << cluster.logs();
    if (task_files("disturbed").size() == tasks && fs::exists(scratch_ / "disturbed/result.h5"))
      break;
    ASSERT_EQ(run(submission).code, 0);
  }
  expect_same("quiet", "disturbed");
}

}  // namespace
}  // namespace doorstroom::testing
