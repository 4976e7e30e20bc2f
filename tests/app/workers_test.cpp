// What becomes of the worker processes when something or somebody ends one of them, or the run.

#include <gmock/gmock.h>

#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StrEq;

class Workers : public ::testing::Test {
 protected:
  /// A run that nobody waits for to end.
  Launch long_run() const {
    return {.words = {"run", holland_rijnland, "--replications", "100000", "--jobs", "2", "-o",
                      "long.h5"},
            .folder = scratch_.path()};
  }
  /// The workers of a run, when it has them all.
  static std::vector<pid_t> workers_of(Running& run, std::size_t count) {
    std::vector<pid_t> workers;
    run.wait_until([&] {
      workers = children_of(run.process());
      return workers.size() >= count;
    });
    EXPECT_EQ(workers.size(), count);
    return workers;
  }
  static void expect_gone(const std::vector<pid_t>& processes) {
    const auto end = steady_clock::now() + seconds(5);
    for (const pid_t process : processes) {
      while (is_alive(process) && steady_clock::now() < end)
        std::this_thread::sleep_for(milliseconds(5));
      EXPECT_FALSE(is_alive(process));
    }
  }

  Scratch scratch_;
};

TEST_F(Workers, a_worker_that_is_killed_is_replaced_and_the_result_is_the_same) {
  const auto launch = [&](const std::string& out) {
    return Launch{.words = {"run", holland_rijnland, "--replications", "4", "--jobs", "2", "--set",
                            "period.years=3", "-o", out},
                  .folder = scratch_.path()};
  };
  Running disturbed(launch("disturbed.h5"));
  kill(workers_of(disturbed, 2).front(), SIGKILL);
  const Ended ended = disturbed.wait();
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.err, AllOf(HasSubstr("its worker process was killed by signal 9 (Killed); it "
                                         "is done once more"),
                               HasSubstr("replication ")));

  ASSERT_EQ(doorstroom(launch("quiet.h5")).code, 0);
  const Ended same =
      doorstroom({.words = {"same", "disturbed.h5", "quiet.h5"}, .folder = scratch_.path()});
  EXPECT_EQ(same.code, 0) << same.out;
}

TEST_F(Workers, a_run_whose_workers_are_killed_again_and_again_gives_up_and_says_why) {
  Running run(long_run());
  // Not beyond its last word: the leak sanitizer has a helper of its own that must not be killed.
  EXPECT_TRUE(run.wait_until([&] {
    for (const pid_t worker : children_of(run.process())) kill(worker, SIGKILL);
    return run.err().find("Failed: ") != std::string::npos;
  }));
  const Ended ended = run.wait();
  EXPECT_FALSE(ended.hung);
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.out, IsEmpty());
  EXPECT_THAT(ended.err,
              AllOf(HasSubstr("\nFailed: replication "), HasSubstr("was killed by signal 9"),
                    HasSubstr("when it was done once more"), HasSubstr("try fewer jobs")));
  EXPECT_THAT(scratch_.files(), IsEmpty());
}

TEST_F(Workers, a_run_that_is_stopped_ends_at_once_and_leaves_nothing) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    Running run(long_run());
    const std::vector<pid_t> workers = workers_of(run, 2);
    EXPECT_THAT(scratch_.files(), ElementsAre("long.h5.part"));
    const auto asked = steady_clock::now();
    run.kill(signal);
    const Ended ended = run.wait(seconds(10));
    EXPECT_LT(steady_clock::now() - asked, seconds(1) * slower);
    EXPECT_EQ(ended.code, 130);
    EXPECT_THAT(ended.out, IsEmpty());
    EXPECT_THAT(ended.err, StrEq("Stopped. No result file was written.\n"));
    EXPECT_THAT(scratch_.files(), IsEmpty());
    expect_gone(workers);
  }
}

TEST_F(Workers, a_signal_to_all_processes_of_a_run_is_not_taken_for_a_dead_worker) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    Running run(long_run());
    const std::vector<pid_t> workers = workers_of(run, 2);
    run.kill_all(signal);
    const Ended ended = run.wait(seconds(10));
    EXPECT_EQ(ended.code, 130);
    EXPECT_THAT(ended.err, StrEq("Stopped. No result file was written.\n"));
    EXPECT_THAT(scratch_.files(), IsEmpty());
    expect_gone(workers);
  }
}

TEST_F(Workers, a_stopped_run_leaves_an_older_result_as_it_was) {
  scratch_.write("long.h5", "older");
  Launch launch = long_run();
  launch.words.push_back("--force");
  Running run(launch);
  workers_of(run, 2);
  run.kill(SIGINT);
  EXPECT_EQ(run.wait(seconds(10)).code, 130);
  EXPECT_THAT(scratch_.files(), ElementsAre("long.h5"));
  EXPECT_EQ(read_text(scratch_ / "long.h5"), "older");
}

TEST_F(Workers, workers_go_when_the_run_is_killed_and_the_next_run_is_not_in_their_way) {
  Running run(long_run());
  const std::vector<pid_t> workers = workers_of(run, 2);
  run.kill(SIGKILL);
  EXPECT_EQ(run.wait().code, 128 + SIGKILL);
  expect_gone(workers);
  EXPECT_THAT(scratch_.files(), ElementsAre("long.h5.part"));  // nobody was left to remove it

  const Ended next = doorstroom({.words = {"run", minimal, "--replications", "1", "-o", "long.h5"},
                                 .folder = scratch_.path()});
  EXPECT_EQ(next.code, 0) << next.err;
  EXPECT_THAT(scratch_.files(), ElementsAre("long.h5"));
  EXPECT_EQ(doorstroom({"show", (scratch_ / "long.h5").string()}).code, 0);
}

TEST_F(Workers, a_run_under_nohup_outlives_its_terminal) {
  Running run({.words = {"run", holland_rijnland, "--replications", "4", "-o", "kept.h5"},
               .folder = scratch_.path(),
               .ignored_signal = SIGHUP});
  ASSERT_TRUE(run.wait_until([&] { return !children_of(run.process()).empty(); }));
  run.kill_all(SIGHUP);
  const Ended ended = run.wait();
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.err, Not(HasSubstr("killed")));
  EXPECT_THAT(scratch_.files(), ElementsAre("kept.h5"));
}

TEST_F(Workers, two_runs_do_not_write_one_file) {
  Running first(long_run());
  workers_of(first, 2);
  const Ended second = doorstroom(long_run());
  EXPECT_EQ(second.code, 2);
  EXPECT_THAT(second.err, HasSubstr("long.h5.part is being written by another run"));
  EXPECT_THAT(scratch_.files(), ElementsAre("long.h5.part"));
}

TEST_F(Workers, a_run_without_memory_says_so) {
#ifdef DOORSTROOM_SANITIZE
  GTEST_SKIP() << "the address sanitizer needs terabytes of addresses";
#endif
  Launch launch{.words = {"run", holland_rijnland, "--replications", "2", "--set",
                          "period.years=400", "--set", "**.growth=0% per year", "-o", "big.h5"},
                .folder = scratch_.path(),
                .most_memory = 150'000'000};
  const Ended ended = doorstroom(launch);
  EXPECT_EQ(ended.code, 1) << ended.err;
  EXPECT_THAT(ended.err, AllOf(HasSubstr("out of memory"), HasSubstr("try fewer jobs")));
  EXPECT_THAT(scratch_.files(), IsEmpty());
}

}  // namespace
}  // namespace doorstroom::testing
