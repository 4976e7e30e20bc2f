// SIGKILL at random moments: to the program, to the child that it watches, to a worker. Nothing
// half stands under a final name, and the same command does the work when it is given again.

#include <gmock/gmock.h>

#include <iostream>
#include <map>
#include <random>

#include "tests/faults/trials.hpp"

namespace doorstroom::testing {
namespace {

/// One trial, whose processes are killed.
class KilledTrial {
 public:
  KilledTrial(const Trial& trial, bool over_old)
      : trial_(trial), is_over_old_(over_old), folder_(trial, over_old) {}

  /// Kills a process of the command, some time after it was started.
  /// @return what became of it, for the table that is printed
  std::string kill_once(std::mt19937& random) const {
    const auto longest =
        std::chrono::duration_cast<std::chrono::microseconds>(folder_.expected().took).count();
    const std::int64_t after = std::uniform_int_distribution<std::int64_t>(0, longest)(random);
    const std::size_t level = (random() % 4 + 1) / 2;  // a child as often as the other two together
    Running running(folder_.anew());
    std::this_thread::sleep_for(std::chrono::microseconds(after));
    const std::vector<pid_t> below = descendants(running.process(), level);
    const pid_t victim = below.empty() ? running.process() : below[random() % below.size()];
    const bool was_program = victim == running.process();
    if (was_program)
      running.kill(SIGKILL);
    else
      ::kill(victim, SIGKILL);
    const Ended ended = running.wait(seconds(60));
    const std::string what =
        fmt::format("{} after {} us, {}{}", was_program ? "the program" : "a process below it",
                    after, trial_.name, is_over_old_ ? " over older files" : "");
    SCOPED_TRACE(fmt::format("{}\nexit {}\n{}", what, ended.code, ended.err));
    EXPECT_FALSE(ended.hung);
    EXPECT_TRUE(ended.code == 0 || ended.code == 128 + SIGKILL);
    folder_.expect_nothing_half(was_program);
    if (ended.code == 0) folder_.expect_done();
    folder_.expect_repeatable();
    return fmt::format("{:<13}{:<20} exit {}", trial_.name,
                       was_program  ? "program"
                       : level == 1 ? "its child"
                                    : "a worker",
                       ended.code);
  }

 private:
  /// The processes so many generations below one; the last ones that there are, if there are fewer.
  static std::vector<pid_t> descendants(pid_t process, std::size_t generations) {
    std::vector<pid_t> found;
    for (std::size_t i = 0; i < generations; ++i) {
      const std::vector<pid_t> next = children_of(found.empty() ? process : found.front());
      if (next.empty()) break;
      found = next;
    }
    return found;
  }

  const Trial& trial_;
  bool is_over_old_;
  TrialFolder folder_;
};

/// Kills so often in each trial, half of the times while older files are replaced.
void kill_times(int of_each, unsigned seed) {
  std::mt19937 random(seed);
  std::map<std::string, int> endings;
  int done = 0;
  for (const Trial& trial : trials())
    for (const bool over_old : {false, true}) {
      if (over_old && (!trial.can_force || of_each < 2)) continue;
      const KilledTrial killed(trial, over_old);
      const int here = trial.can_force && of_each > 1 ? of_each / 2 : of_each;
      for (int i = 0; i < here; ++i, ++done) ++endings[killed.kill_once(random)];
    }
  for (const auto& [what, count] : endings)
    std::cout << fmt::format("{} {:>5} times\n", what, count);
  std::cout << done << " kills\n";
}

TEST(Kills, some_leave_nothing_half_and_the_command_does_its_work_when_it_is_given_again) {
  kill_times(1, 1);
}

TEST(Kills, thousand_leave_nothing_half_and_each_command_does_its_work_when_it_is_given_again) {
  kill_times(72, 2026);
}

}  // namespace
}  // namespace doorstroom::testing
