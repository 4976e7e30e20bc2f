#include "app/console/supervisor.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <thread>

#include "results/file/left_behind.hpp"
#include "results/file/output_folder.hpp"
#include "results/file/reading.hpp"
#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

using std::chrono::milliseconds;

class SupervisorDeathTest : public ::testing::Test {
 protected:
  /// Does the work in a supervised child, in a process that then ends with the exit code.
  template <class Work>
  void supervised(Work work, Supervision supervision = {}) const {
    if (const std::optional<int> ended = supervise(supervision, Language::en)) _exit(*ended);
    work();
    _exit(0);
  }

  Scratch scratch_;
};

[[noreturn]] void crash() {
  std::signal(SIGSEGV, SIG_DFL);
  raise(SIGSEGV);
  std::abort();
}

/// Whether a file of that name can be made.
bool can_write(const fs::path& path) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (file >= 0) close(file);
  return file >= 0;
}

bool kernel_has_landlock() {
  return syscall(SYS_landlock_create_ruleset, nullptr, 0, 1U) > 0;
}

TEST_F(SupervisorDeathTest, hands_on_the_exit_code) {
  EXPECT_EXIT(supervised([] { _exit(5); }), ::testing::ExitedWithCode(5), "");
  EXPECT_EXIT(supervised([] {}), ::testing::ExitedWithCode(0), "");
}

TEST_F(SupervisorDeathTest, tells_which_file_was_being_read_at_a_crash) {
  const auto work = [] {
    const Reading outer("good.h5");
    const Reading reading("bad.h5");
    crash();
  };
  EXPECT_EXIT(supervised(work), ::testing::ExitedWithCode(2),
              "bad.h5: a damaged or hostile file: reading it crashed");
}

TEST_F(SupervisorDeathTest, takes_a_crash_for_our_own_fault_only_when_nothing_was_read) {
  const auto work = [] {
    { const Reading reading("good.h5"); }
    crash();
  };
  EXPECT_EXIT(supervised(work), ::testing::ExitedWithCode(2), "may be damaged or hostile");
  EXPECT_EXIT(supervised(crash), ::testing::ExitedWithCode(3), "our own fault");
}

TEST_F(SupervisorDeathTest, ends_a_reading_that_comes_to_no_end) {
  const auto work = [] {
    const Reading reading("bad.h5");
    for (volatile bool endless = true; endless;) {
    }
  };
  EXPECT_EXIT(supervised(work, {.patience = milliseconds(300)}), ::testing::ExitedWithCode(2),
              "bad.h5: a damaged or hostile file: reading it comes to no end");
}

TEST_F(SupervisorDeathTest, ends_a_reading_that_reads_for_ever) {
  const std::string path = scratch_.write("bad.h5", "x");
  const auto work = [&] {
    const Reading reading("bad.h5");
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    char byte = 0;
    while (pread(file, &byte, 1, 0) == 1) {
    }
  };
  EXPECT_EXIT(supervised(work, {.longest = milliseconds(500)}), ::testing::ExitedWithCode(2),
              "reading it comes to no end");
}

TEST_F(SupervisorDeathTest, removes_what_a_command_that_is_killed_has_not_finished) {
  const std::string out = (scratch_ / "out.csv").string();
  const auto work = [&] {
    OutputFile file(out, false);
    file.write("half");
    const Reading reading("bad.h5");
    for (volatile bool endless = true; endless;) {
    }
  };
  EXPECT_EXIT(supervised(work, {.outputs = {out}, .patience = milliseconds(300)}),
              ::testing::ExitedWithCode(2), "reading it comes to no end");
  EXPECT_THAT(scratch_.files(), ::testing::IsEmpty());
}

TEST_F(SupervisorDeathTest, removes_a_folder_made_aside_and_what_workers_have_not_finished) {
  const std::string out = (scratch_ / "tables").string();
  const auto work = [&] {
    OutputFolder folder(out, false);
    folder.add("a.csv").publish();
    folder.add("b.csv").write("half");
    if (fork() == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      const OutputFile file((scratch_ / "task.h5").string(), false);
      kill(getppid(), SIGKILL);
      pause();
    }
    pause();
  };
  EXPECT_EXIT(supervised(work, {.outputs = {out}}), ::testing::KilledBySignal(SIGKILL), "");
  EXPECT_THAT(scratch_.files(), ::testing::IsEmpty());
}

TEST_F(SupervisorDeathTest, leaves_what_somebody_else_is_writing) {
  const std::string out = (scratch_ / "out.csv").string();
  const auto work = [&] {
    OutputFile ours(out, false);
    fs::remove(ours.part_path());
    if (fork() == 0) {
      tell_unfinished_in(nullptr);
      const OutputFile theirs(out, false);
      kill(getppid(), SIGKILL);
      std::this_thread::sleep_for(seconds(3));
      _exit(0);
    }
    pause();
  };
  EXPECT_EXIT(supervised(work, {.outputs = {out}}), ::testing::KilledBySignal(SIGKILL), "");
  EXPECT_THAT(scratch_.files(), ::testing::ElementsAre("out.csv.part"));
}

TEST_F(SupervisorDeathTest, waits_for_whoever_reads_on_or_does_not_read) {
  const auto work = [] {
    for (int i = 0; i < 8; ++i) {
      const Reading reading("long.h5");
      std::this_thread::sleep_for(milliseconds(100));
    }
    std::this_thread::sleep_for(milliseconds(800));
    _exit(6);
  };
  EXPECT_EXIT(supervised(work, {.patience = milliseconds(400)}), ::testing::ExitedWithCode(6), "");
}

TEST_F(SupervisorDeathTest, ends_by_the_signal_that_ended_the_command) {
  const auto work = [] {
    std::signal(SIGTERM, SIG_DFL);
    raise(SIGTERM);
  };
  EXPECT_EXIT(supervised(work), ::testing::KilledBySignal(SIGTERM), "");
}

TEST_F(SupervisorDeathTest, lets_nothing_be_written_but_the_output) {
  if (!kernel_has_landlock()) GTEST_SKIP() << "this kernel has no Landlock";
  fs::create_directory(scratch_ / "out");
  const fs::path inside = scratch_ / "out/result.csv";
  const fs::path outside = "doorstroom-not-to-be-written";  // where this test runs
  EXPECT_EXIT(supervised([&] { _exit(can_write(inside) ? 1 : 0); }), ::testing::ExitedWithCode(0),
              "");
  EXPECT_EXIT(supervised([&] { _exit(can_write(inside) && !can_write(outside) ? 0 : 1); },
                         {.outputs = {inside.string()}}),
              ::testing::ExitedWithCode(0), "");
  EXPECT_FALSE(fs::exists(outside));
}

TEST_F(SupervisorDeathTest, gives_no_new_rights_and_dumps_no_memory) {
  const auto work = [] {
    rlimit core{};
    getrlimit(RLIMIT_CORE, &core);
    std::ifstream status("/proc/self/status");
    bool no_new_rights = false;
    for (std::string line; std::getline(status, line);)
      no_new_rights = no_new_rights || line == "NoNewPrivs:\t1";
    _exit(no_new_rights && core.rlim_cur == 0 ? 0 : 1);
  };
  EXPECT_EXIT(supervised(work), ::testing::ExitedWithCode(0), "");
}

#ifndef DOORSTROOM_SANITIZE
TEST_F(SupervisorDeathTest, leaves_the_machine_its_memory) {
  const auto work = [] {
    rlimit memory{};
    getrlimit(RLIMIT_AS, &memory);
    const auto all =
        static_cast<rlim_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
    _exit(memory.rlim_cur <= all ? 0 : 1);
  };
  EXPECT_EXIT(supervised(work), ::testing::ExitedWithCode(0), "");
}
#endif

TEST_F(SupervisorDeathTest, dies_with_nobody_left_behind) {
  fs::path mark = scratch_ / "alive";
  const pid_t program = fork();
  if (program == 0) {
    if (supervise({.outputs = {mark.string()}}, Language::en)) _exit(0);
    std::ofstream(mark) << getpid() << std::flush;
    pause();
    _exit(0);
  }
  const auto end = steady_clock::now() + seconds(10);
  while (read_text(mark).empty() && steady_clock::now() < end)
    std::this_thread::sleep_for(milliseconds(5));
  const pid_t child = std::stoi(read_text(mark));
  kill(program, SIGKILL);
  waitpid(program, nullptr, 0);
  while (is_alive(child) && steady_clock::now() < end) std::this_thread::sleep_for(milliseconds(5));
  EXPECT_FALSE(is_alive(child));
}

}  // namespace
}  // namespace doorstroom::testing
