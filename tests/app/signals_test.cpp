// Signals that ask the program to end, sent to every command that writes: nothing half done stays
// under a final name, and nothing beside it.

#include <gmock/gmock.h>

#include <map>

#include "tests/app/program.hpp"
#include "tests/app/sweep.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StrEq;

class Signals : public SweepTest {
 protected:
  /// Whether something is there that is not finished.
  bool is_begun() const {
    std::error_code gone;  // files come and go meanwhile
    fs::recursive_directory_iterator entry(scratch_.path(), gone);
    for (; !gone && entry != fs::recursive_directory_iterator(); entry.increment(gone))
      if (entry->path().string().find(".part") != std::string::npos) return true;
    return false;
  }
  /// Sends a signal as soon as the command has begun to write; it is stopped meanwhile, so that it
  /// does not end before.
  /// @return whether it was caught while it wrote
  bool interrupt(const Launch& launch, int signal, Ended& ended) const {
    Running running(launch);
    bool caught = running.wait_until([&] { return is_begun(); });
    running.kill_all(SIGSTOP);
    caught = caught && is_begun();
    running.kill_all(signal);
    running.kill_all(SIGCONT);
    ended = running.wait(seconds(20));
    return caught;
  }
};

TEST_F(Signals, of_a_command_that_writes_leave_nothing_behind) {
  const Ended made =
      doorstroom({.words = {"run", minimal, "--replications", "12", "--visits", "12", "-o", "r.h5"},
                  .folder = scratch_.path()});
  ASSERT_EQ(made.code, 0) << made.err;
  const std::vector<std::string> before = scratch_.files();
  for (const Words& words : {Words{"export", "r.h5", "--csv", "tables", "--all"},
                             Words{"export", "r.h5", "--xlsx", "tables.xlsx", "--all"}})
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
      Ended ended;
      ASSERT_TRUE(interrupt({.words = words, .folder = scratch_.path()}, signal, ended))
          << words[2] << ended.err;
      EXPECT_EQ(ended.code, 130) << words[2];
      EXPECT_THAT(ended.err, StrEq("Stopped. Nothing is left half done.\n"));
      EXPECT_THAT(ended.out, IsEmpty());
      EXPECT_EQ(scratch_.files(), before) << words[2];
    }
}

TEST_F(Signals, leave_an_older_export_as_it_was) {
  const auto command = [&](Words words) {
    return Launch{.words = std::move(words), .folder = scratch_.path()};
  };
  ASSERT_EQ(
      doorstroom(command({"run", minimal, "--replications", "12", "--visits", "12", "-o", "r.h5"}))
          .code,
      0);
  ASSERT_EQ(
      doorstroom(command({"run", "short.yaml", "--replications", "2", "-o", "small.h5"})).code, 0);
  ASSERT_EQ(doorstroom(command({"export", "small.h5", "--csv", "tables", "--all"})).code, 0);
  const auto content = [&] {
    std::map<std::string, std::string> texts;
    for (const auto& entry : fs::directory_iterator(scratch_ / "tables"))
      texts.emplace(entry.path().filename().string(), read_text(entry.path()));
    return texts;
  };
  const auto before = content();
  Ended ended;
  ASSERT_TRUE(
      interrupt(command({"export", "r.h5", "--csv", "tables", "--all", "--force"}), SIGINT, ended));
  EXPECT_EQ(ended.code, 130);
  EXPECT_EQ(content(), before);
}

TEST_F(Signals, are_answered_in_the_language_of_the_user) {
  ASSERT_EQ(
      doorstroom({.words = {"run", minimal, "--replications", "12", "--visits", "12", "-o", "r.h5"},
                  .folder = scratch_.path()})
          .code,
      0);
  Ended ended;
  ASSERT_TRUE(interrupt({.words = {"export", "r.h5", "--csv", "t", "--all", "--lang", "nl"},
                         .folder = scratch_.path()},
                        SIGTERM, ended));
  EXPECT_THAT(ended.err, StrEq("Gestopt. Er blijft niets half af achter.\n"));
}

TEST_F(Signals, that_come_at_any_moment_of_a_run_leave_a_whole_result_or_none) {
  int stopped = 0;
  for (int round = 0; round < 40; ++round) {
    Running running({.words = {"run", "short.yaml", "--replications", "2", "-o", "r.h5"},
                     .folder = scratch_.path()});
    std::this_thread::sleep_for(milliseconds(30 + 5 * round));
    running.kill_all(round % 2 == 0 ? SIGINT : SIGTERM);
    const Ended ended = running.wait();
    // 128 + SIGTERM: before main() began.
    ASSERT_TRUE(ended.code == 0 || ended.code == 130 || ended.code == 128 + SIGTERM) << ended.err;
    stopped += ended.code == 130 ? 1 : 0;
    const bool there = fs::exists(scratch_ / "r.h5");
    ASSERT_TRUE(there || ended.code != 0) << round;
    const Ended shown = doorstroom({"show", (scratch_ / "r.h5").string()});
    ASSERT_EQ(shown.code, there ? 0 : 2) << round;
    ASSERT_FALSE(is_begun()) << round;
    fs::remove(scratch_ / "r.h5");
  }
  EXPECT_GT(stopped, 3);
}

TEST_F(Signals, leave_no_half_tasks_of_a_sweep) {
  write_plan(20, 4);
  for (int round = 0; round < 6; ++round) {
    Running running(sweep({"plan.yaml", "-o", "places", "--jobs", "3"}));
    const std::size_t before = task_files("places").size();
    running.wait_until([&] { return task_files("places").size() > before; });
    running.kill_all(round % 2 == 0 ? SIGINT : SIGHUP);
    const Ended ended = running.wait();
    EXPECT_EQ(ended.code, 130) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("What is done is kept"));
    EXPECT_FALSE(is_begun()) << round;
  }
}

}  // namespace
}  // namespace doorstroom::testing
