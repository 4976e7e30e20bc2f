// Sweeps: one folder, gone on with after anything, and always the same in the end.

#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <array>
#include <map>
#include <random>
#include <thread>

#include "tests/app/small_disk.hpp"
#include "tests/app/sweep.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

using Sweep = SweepTest;

TEST_F(Sweep, is_the_same_for_any_number_of_workers_and_any_order_of_parts) {
  write_plan(6, 10);
  expect_done({"plan.yaml", "-o", "one", "--jobs", "1", "--block", "5"});
  expect_done({"plan.yaml", "-o", "two", "--jobs", "2", "--block", "5"});
  expect_same("one", "two");

  // In parts, the last first, begun by a plan that is stopped at once.
  Running begun(sweep({"plan.yaml", "-o", "parts", "--jobs", "1", "--block", "5"}));
  ASSERT_TRUE(begun.wait_until([&] { return fs::exists(scratch_ / "parts/manifest.json"); }));
  begun.kill(SIGKILL);
  begun.wait();
  for (const char* part : {"3/3", "1/3", "2/3"}) expect_done({"work", "parts", "--part", part});
  expect_done({"merge", "parts"});
  expect_same("one", "parts");
}

TEST_F(Sweep, killed_ten_times_ends_as_if_nothing_had_happened) {
  write_plan(250, 6);  // 500 points
  expect_done({"plan.yaml", "-o", "quiet"});
  std::mt19937 moments(2026);
  std::uniform_int_distribution<int> wait(0, 40);
  for (int time = 0; time < 10; ++time)
    disturb({"plan.yaml", "-o", "disturbed", "--jobs", "2"}, "disturbed", time % 2 == 0,
            milliseconds(wait(moments)));
  EXPECT_LT(task_files("disturbed").size(), 500);
  expect_done({"plan.yaml", "-o", "disturbed"});
  EXPECT_EQ(task_files("disturbed").size(), 500);
  expect_same("quiet", "disturbed");
}

TEST_F(Sweep, does_nothing_again_that_is_done) {
  write_plan(4, 5);
  expect_done({"plan.yaml", "-o", "places"});
  std::map<fs::path, fs::file_time_type> written;
  for (const fs::path& file : task_files("places")) written[file] = fs::last_write_time(file);
  EXPECT_EQ(written.size(), 8);
  expect_done({"plan.yaml", "-o", "places"});
  expect_done({"extend", "places", "--replications", "8"});
  EXPECT_EQ(task_files("places").size(), 16);
  for (const auto& [file, time] : written) EXPECT_EQ(fs::last_write_time(file), time) << file;
}

TEST_F(Sweep, extended_is_the_same_as_asked_for_at_once) {
  write_plan(4, 5);
  expect_done({"plan.yaml", "-o", "extended"});
  expect_done({"extend", "extended", "--replications", "12"});
  write_plan(4, 12, "more.yaml");
  expect_done({"more.yaml", "-o", "at_once"});
  expect_same("extended", "at_once");
}

TEST_F(Sweep, extension_that_was_stopped_goes_on_when_it_is_asked_for_again) {
  write_plan(4, 5);
  expect_done({"plan.yaml", "-o", "stopped"});
  const Words more{"extend", "stopped", "--replications", "12"};
  Running begun(sweep(more));
  ASSERT_TRUE(begun.wait_until([&] { return fs::exists(scratch_ / "stopped/manifest.2.json"); }));
  begun.kill(SIGKILL);
  begun.wait();
  expect_done(more);
  write_plan(4, 12, "more.yaml");
  expect_done({"more.yaml", "-o", "at_once"});
  expect_same("stopped", "at_once");
  const Ended again = run(more);
  EXPECT_EQ(again.code, 2);
  EXPECT_THAT(again.err, HasSubstr("every point has 12 replications already"));
}

TEST_F(Sweep, more_points_of_a_sobol_sequence_are_those_of_a_longer_one) {
  const auto plan = [&](const std::string& name, int points) {
    scratch_.write(name, fmt::format("doorstroom: 1\nsweep: sobol\nbase: short.yaml\n"
                                     "vary: {{arrangements.oza.places: {{from: 16, to: 40}}, "
                                     "desks.youth_team.staff: {{from: 3 fte, to: 4 fte}}}}\n"
                                     "design: {{sobol: {}}}\nreplications: 2\n",
                                     points));
  };
  plan("four.yaml", 4);
  plan("eight.yaml", 8);
  expect_done({"four.yaml", "-o", "extended"});
  expect_done({"extend", "extended", "--points", "8"});
  expect_done({"eight.yaml", "-o", "at_once"});
  expect_same("extended", "at_once");
  EXPECT_THAT(run({"extend", "extended", "--points", "12"}).err, HasSubstr("use 8 or 16"));
}

TEST_F(Sweep, damaged_and_foreign_tasks_are_done_anew_and_told) {
  write_plan(3, 5);
  expect_done({"plan.yaml", "-o", "quiet"});
  expect_done({"plan.yaml", "-o", "hurt"});
  const std::vector<fs::path> files = task_files("hurt");
  ASSERT_EQ(files.size(), 6);
  fs::resize_file(files[0], fs::file_size(files[0]) / 2);
  fs::copy_file(files[2], files[1], fs::copy_options::overwrite_existing);
  std::string bytes = read_text(files[3]);
  bytes[bytes.size() - 3] = static_cast<char>(bytes[bytes.size() - 3] ^ 1);
  std::ofstream(files[3], std::ios::binary) << bytes;
  std::ofstream(files[4], std::ios::binary) << "no HDF5";

  const Ended merged = run({"merge", "hurt"});
  EXPECT_EQ(merged.code, 2);
  EXPECT_THAT(merged.err, HasSubstr("hurt: of 6 tasks 0 are missing and"));
  const Ended mended = run({"retry", "hurt"});
  EXPECT_EQ(mended.code, 0) << mended.err;
  for (const fs::path& file : {files[0], files[1], files[4]})
    EXPECT_THAT(mended.err, HasSubstr(file.filename().string()));
  EXPECT_THAT(mended.err, AllOf(HasSubstr("it is the result of another task; it was done anew"),
                                Not(HasSubstr(files[2].filename().string())),
                                Not(HasSubstr(files[5].filename().string()))));
  expect_same("quiet", "hurt");
}

TEST_F(Sweep, two_at_once_in_one_folder_do_not_go_together) {
  write_plan(250, 20);
  Running first(sweep({"plan.yaml", "-o", "places", "--jobs", "1"}));
  ASSERT_TRUE(first.wait_until([&] { return fs::exists(scratch_ / "places/manifest.json"); }));
  const Ended second = run({"plan.yaml", "-o", "places"});
  EXPECT_EQ(second.code, 2);
  const pid_t owner = first.process();
  EXPECT_THAT(second.err, AllOf(HasSubstr(fmt::format("process {} on ", owner)),
                                HasSubstr("works on this sweep\n  wait until it has ended")));
  EXPECT_THAT(run({"status", "places"}).out, HasSubstr(fmt::format("process {} on ", owner)));
  // A dead owner holds nothing.
  first.kill_all(SIGKILL);
  first.wait();
  Running third(sweep({"retry", "places", "--jobs", "1"}));
  const std::size_t before = task_files("places").size();
  EXPECT_TRUE(third.wait_until([&] { return task_files("places").size() > before; }));
  third.kill(SIGINT);
  const Ended stopped = third.wait();
  EXPECT_EQ(stopped.code, 130);
  EXPECT_THAT(stopped.err, AllOf(HasSubstr("go on with `doorstroom sweep retry places`"),
                                 Not(HasSubstr("No result file"))));
}

/// The processes of a command that was killed end a moment later, and keep the lock until then.
TEST_F(Sweep, waits_for_what_is_left_of_a_killed_command) {
  write_plan(2, 2);
  expect_done({"plan.yaml", "-o", "sweep"});
  const int lock = open((scratch_ / "sweep/lock").c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_GE(lock, 0);
  struct flock whole {};
  whole.l_type = F_WRLCK;
  ASSERT_EQ(fcntl(lock, F_OFD_SETLK, &whole), 0);
  std::array<char, 128> host{};
  gethostname(host.data(), host.size() - 1);
  const std::string nobody = fmt::format("{} {}", INT32_MAX, host.data());
  ASSERT_EQ(ftruncate(lock, 0), 0);
  ASSERT_EQ(pwrite(lock, nobody.data(), nobody.size(), 0), static_cast<ssize_t>(nobody.size()));
  std::jthread ends_later([lock] {
    std::this_thread::sleep_for(milliseconds(400));
    close(lock);
  });
  expect_done({"plan.yaml", "-o", "sweep"});
}

TEST_F(Sweep, full_disk_costs_what_was_being_done_and_no_more) {
  write_plan(20, 5);
  expect_done({"plan.yaml", "-o", "quiet"});
  const SmallDisk disk(scratch_ / "disk", "300k");
  if (!disk.mounted()) GTEST_SKIP() << "mounting a small file system takes root";
  const Ended full = run({"plan.yaml", "-o", "disk/places", "--jobs", "2"});
  EXPECT_EQ(full.code, 1);
  EXPECT_THAT(full.err, HasSubstr("the disk is full"));
  const std::size_t kept = task_files("disk/places").size();
  EXPECT_GT(kept, 0);
  EXPECT_LT(kept, 40);
  disk.grow("8m");
  const Ended mended = run({"plan.yaml", "-o", "disk/places"});
  EXPECT_EQ(mended.code, 0) << mended.err;
  EXPECT_THAT(mended.err, Not(HasSubstr("anew")));
  expect_same("quiet", "disk/places");
}

TEST_F(Sweep, folder_that_takes_no_files_is_told_with_the_reason) {
  write_plan(2, 5);
  const SmallDisk disk(scratch_ / "disk", "1m");
  if (!disk.mounted()) GTEST_SKIP() << "mounting a small file system takes root";
  disk.make_read_only();
  const Ended ended = run({"plan.yaml", "-o", "disk/places"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, AllOf(HasSubstr("disk/places"), HasSubstr("the disk can only be read")));
  EXPECT_TRUE(disk.is_empty());
}

TEST_F(Sweep, another_plan_needs_another_folder) {
  write_plan(2, 5);
  expect_done({"plan.yaml", "-o", "places"});
  const auto refusal = [&](const std::string& plan) {
    const Ended ended = run({plan, "-o", "places"});
    EXPECT_EQ(ended.code, 2);
    return ended.err;
  };
  write_plan(3, 5, "wider.yaml");
  EXPECT_THAT(refusal("wider.yaml"), HasSubstr("another plan: the points are others"));
  write_plan(2, 6, "longer.yaml");
  EXPECT_THAT(refusal("longer.yaml"), HasSubstr("`doorstroom sweep extend`"));
  scratch_.write("short.yaml", fmt::format("extends: {}\nperiod: {{years: 2}}\n", minimal));
  EXPECT_THAT(refusal("plan.yaml"), HasSubstr("another plan: the scenario is another"));
}

TEST_F(Sweep, points_that_cannot_be_run_are_told_and_the_others_are_done) {
  // Each share passes by itself; together they are more than 100%.
  scratch_.write("plan.yaml",
                 "doorstroom: 1\nsweep: shares\nbase: short.yaml\nvary:\n"
                 "  desks.youth_team.routes.oza.share: [10%, 60%]\n"
                 "  desks.youth_team.routes.zoa.share: [10%, 60%]\nreplications: 2\n");
  const Ended ended = run({"plan.yaml", "-o", "shares"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err,
              AllOf(HasSubstr("1 of 4 tasks failed"),
                    HasSubstr("desks.youth_team.routes.oza.share = 0.6, "
                              "desks.youth_team.routes.zoa.share = 0.6, replications 0 to 1: "),
                    HasSubstr("`doorstroom sweep retry shares`")));
  EXPECT_EQ(task_files("shares").size(), 3);
  const Ended status = run({"status", "shares"});
  EXPECT_EQ(status.code, 0);
  EXPECT_THAT(status.out, AllOf(HasSubstr("3 done, 1 failed, 0 to do"), HasSubstr("= 0.6")));
}

TEST_F(Sweep, task_that_failed_once_and_is_done_later_counts_as_done) {
  write_plan(2, 2);
  expect_done({"plan.yaml", "-o", "places"});
  const fs::path task = task_files("places").front();
  fs::remove(task);
  fs::create_directory(scratch_ / "places/failed");
  scratch_.write("places/failed/" + task.stem().string() + ".json",
                 R"({"en": "cannot write a.h5: disk full", "message": {"kind": "pattern",
                     "pattern": "cannot write {0}: {1}", "arguments": ["a.h5", "disk full"]}})");
  EXPECT_THAT(run({"status", "places"}).out, AllOf(HasSubstr("3 done, 1 failed, 0 to do"),
                                                   HasSubstr(": cannot write a.h5: disk full\n")));
  EXPECT_THAT(run({"status", "places", "--lang", "nl"}).out,
              HasSubstr(": kan a.h5 niet schrijven: disk full\n"));
  expect_done({"retry", "places"});
  EXPECT_THAT(run({"status", "places"}).out, HasSubstr("4 done, 0 failed, 0 to do"));
  EXPECT_TRUE(fs::is_empty(scratch_ / "places/failed"));
}

TEST_F(Sweep, runs_each_point_until_it_is_precise) {
  scratch_.write("plan.yaml",
                 "doorstroom: 1\nsweep: precise\nbase: short.yaml\nvary:\n"
                 "  arrangements.oza.places: [20, 30]\nuntil: {arrived: 5}\nat_most: 200\n"
                 "keep: [arrived]\n");
  expect_done({"plan.yaml", "-o", "precise"});
  const Ended shown = run({"show", "precise", "--kpi", "arrived"});
  EXPECT_EQ(shown.code, 0) << shown.err;
  EXPECT_THAT(shown.out, AllOf(HasSubstr("arrangements.oza.places"), HasSubstr("\n20 ")));
  EXPECT_THAT(run({"show", "precise", "--kpi", "dropouts_per_year"}).err,
              HasSubstr("the sweep did not keep `dropouts_per_year`\n  it has: arrived"));
}

TEST_F(Sweep, folders_without_a_sweep_are_told) {
  for (const char* command : {"status", "retry", "merge", "show"}) {
    const Ended ended = run({command, "nowhere"});
    EXPECT_EQ(ended.code, 2) << command;
    EXPECT_THAT(ended.err, HasSubstr("nowhere")) << command;
    EXPECT_FALSE(fs::exists(scratch_ / "nowhere")) << command;
  }
}

}  // namespace
}  // namespace doorstroom::testing
