#include "tests/damage/damage.hpp"

#include "tests/app/sweep.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::HasSubstr;

TEST_F(DamageTest, is_told_whatever_it_is_and_whichever_command_reads) {
  Damager damager(good_, 2026);
  Endings endings;
  for (int sample = 0; sample < 30; ++sample)
    expect_told(readers()[static_cast<std::size_t>(sample * 3) % readers().size()],
                damager.accident(), endings);
}

TEST_F(DamageTest, that_was_meant_is_survived) {
  Damager damager(good_, 7);
  Endings endings;
  for (int sample = 0; sample < 30; ++sample)
    expect_survived(readers()[static_cast<std::size_t>(sample * 3) % 6], damager.malice(), endings);
}

TEST_F(DamageTest, is_read_when_the_user_accepts_it) {
  const Damage longer{good_ + "more", ""};
  const Ended refused = read({"show", "bad.h5"}, longer);
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.err, HasSubstr("bad.h5: damaged, or saved by another program"));
  const Ended accepted = read({"show", "bad.h5", "--accept-changed"}, longer);
  EXPECT_EQ(accepted.code, 0) << accepted.err;
  const Ended good = doorstroom({.words = {"show", "good.h5"}, .folder = scratch_.path()});
  EXPECT_EQ(accepted.out, good.out);
}

class DamagedTask : public SweepTest {
 protected:
  /// What `status` counts as done is what `merge` takes.
  void expect_status(std::size_t tasks, const Ended& merged, const std::string& what) const {
    const Ended status = run({"status", "good"});
    EXPECT_FALSE(status.hung) << what;
    if (merged.code == 0 || status.code == 0) {
      const std::size_t done = merged.code == 0 ? tasks : tasks - 1;
      EXPECT_EQ(status.code, 0) << what << "\n" << status.err;
      EXPECT_THAT(status.out, HasSubstr(fmt::format("\n{} done, 0 failed", done))) << what;
    } else {
      EXPECT_EQ(status.code, 2) << what;  // the library crashed
      EXPECT_THAT(status.err, HasSubstr("a damaged or hostile file")) << what;
    }
  }
};

TEST_F(DamagedTask, is_told_by_merge_and_status_and_done_anew_by_retry) {
  write_plan(3, 2);
  expect_done({"plan.yaml", "-o", "good"});
  const std::vector<fs::path> tasks = task_files("good");
  ASSERT_GE(tasks.size(), 6u);
  const std::string whole = read_text(tasks[2]);
  Damager damager(whole, 11);
  for (int sample = 0; sample < 12; ++sample) {
    const Damage damage = damager.accident();
    std::ofstream(tasks[2], std::ios::binary) << damage.bytes;
    const Ended merged = run({"merge", "good"});
    EXPECT_EQ(merged.code, 2) << damage.what;
    EXPECT_THAT(merged.err, HasSubstr("1 are damaged")) << damage.what;
    expect_status(tasks.size(), merged, damage.what);
  }
  for (int sample = 0; sample < 12; ++sample) {
    const Damage damage = damager.malice();
    std::ofstream(tasks[2], std::ios::binary) << damage.bytes;
    seal(tasks[2].string());
    const Ended merged = run({"merge", "good"});
    EXPECT_FALSE(merged.hung) << damage.what;
    EXPECT_TRUE(merged.code == 0 || merged.code == 2) << damage.what << "\n" << merged.err;
    expect_status(tasks.size(), merged, damage.what);
  }
  std::ofstream(tasks[2], std::ios::binary) << damager.accident().bytes;
  const Ended retried = run({"retry", "good"});
  EXPECT_EQ(retried.code, 0) << retried.err;
  EXPECT_THAT(retried.err, HasSubstr("it was done anew"));
  EXPECT_EQ(read_text(tasks[2]), whole);
}

/// A text of a task that claims to be longer than all memory: the library does not survive it.
TEST_F(DamagedTask, at_which_the_library_crashes_is_named_wherever_it_is_read) {
  write_plan(2, 2);
  expect_done({"plan.yaml", "-o", "good"});
  const fs::path task = task_files("good").front();
  std::string bytes = read_text(task);
  const std::size_t id = bytes.find(task.stem().string());
  ASSERT_NE(id, std::string::npos);
  ASSERT_EQ(bytes.substr(id - 8, 2), std::string("\x40\0", 2));  // its length
  bytes[id - 8 + 5] = 105;
  std::ofstream(task, std::ios::binary) << bytes;
  seal(task.string());
  const auto names_it = ::testing::AnyOf(
      HasSubstr(task.filename().string() + ": a damaged or hostile file: reading it crash"),
      HasSubstr("1 are damaged"), HasSubstr("done anew"));
  const Ended merged = run({"merge", "good"});
  EXPECT_EQ(merged.code, 2);
  EXPECT_THAT(merged.err, names_it);
  const Ended status = run({"status", "good"});
  EXPECT_EQ(status.code, 2);
  EXPECT_THAT(status.err, names_it);
  const Ended retried = run({"retry", "good"});  // here a worker reads it
  EXPECT_TRUE(retried.code == 2 || retried.code == 0) << retried.code;
  EXPECT_THAT(retried.err, names_it);
}

}  // namespace
}  // namespace doorstroom::testing
