#include "tests/bench/measure.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <exception>

#include "engine/error.hpp"

namespace doorstroom::bench {
namespace {

[[noreturn]] void tell_and_end(const std::function<Taken()>& work, int to) {
  try {
    const Taken taken = work();
    if (write(to, &taken, sizeof taken) == sizeof taken) _exit(0);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  _exit(1);
}

}  // namespace

Taken in_a_child(const std::function<Taken()>& work) {
  int ends[2];
  if (pipe(ends) != 0) throw RunError("no pipe for a measurement");
  const pid_t child = fork();
  if (child < 0) throw RunError("no process for a measurement");
  if (child == 0) tell_and_end(work, ends[1]);
  close(ends[1]);
  Taken taken;
  const bool told = read(ends[0], &taken, sizeof taken) == sizeof taken;
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (!told || status != 0) throw RunError("a measurement did not come to its end");
  return taken;
}

}  // namespace doorstroom::bench
