// The one handler of signals: a flag while somebody looks at it, an end at once otherwise.

#include "app/console/interrupt.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <stdexcept>

#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

struct HandledEnd {
  int code = -1;
  std::string err;
};

/// Runs work in a process of its own that handles signals. @return how it ended; 7: the work did
HandledEnd in_handling_process(const std::function<void()>& work) {
  const Scratch scratch;
  const fs::path err = scratch / "err";
  const pid_t process = fork();
  if (process == 0) {
    dup2(open(err.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) signal(number, SIG_DFL);
    handle_signals("bye\n");
    work();
    _exit(7);
  }
  int status = 0;
  waitpid(process, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_text(err)};
}

TEST(Interrupt, ends_the_program_at_once_when_nobody_looks) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    const HandledEnd ended = in_handling_process([&] { raise(number); });
    EXPECT_EQ(ended.code, 130);
    EXPECT_EQ(ended.err, "bye\n");
  }
}

TEST(Interrupt, sets_the_flag_for_whoever_looks) {
  const HandledEnd ended = in_handling_process([] {
    const InterruptHandler looking;
    if (*looking.stop_requested()) _exit(1);
    raise(SIGTERM);
    raise(SIGTERM);  // as `timeout` does, to the process and to its group
    _exit(*looking.stop_requested() ? 0 : 2);
  });
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.err, "");
}

TEST(Interrupt, asked_again_after_a_second_ends_the_program_at_once) {
  const HandledEnd ended = in_handling_process([] {
    const InterruptHandler looking;
    raise(SIGINT);
    usleep(1'100'000);
    raise(SIGINT);
  });
  EXPECT_EQ(ended.code, 130);
  EXPECT_EQ(ended.err, "bye\n");
}

TEST(Interrupt, that_nobody_looked_at_ends_the_program_when_the_work_has_ended) {
  const HandledEnd ended = in_handling_process([] {
    const InterruptHandler looking;
    raise(SIGINT);
  });
  EXPECT_EQ(ended.code, 130);
  const HandledEnd acted_on = in_handling_process([] {
    try {
      const InterruptHandler looking;
      raise(SIGINT);
      throw std::runtime_error("stopped");
    } catch (const std::runtime_error&) {
      _exit(3);
    }
  });
  EXPECT_EQ(acted_on.code, 3);
}

TEST(Interrupt, that_the_caller_ignores_stays_ignored) {
  const HandledEnd ended = in_handling_process([] {
    signal(SIGHUP, SIG_IGN);
    handle_signals("bye\n");
    raise(SIGHUP);
  });
  EXPECT_EQ(ended.code, 7);
}

}  // namespace
}  // namespace doorstroom::testing
