#include "app/sweep/child_process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "engine/error.hpp"
#include "engine/system_error.hpp"
#include "models/messages/message.hpp"

extern char** environ;

namespace doorstroom {
namespace {

std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 4096> some{};
  for (;;) {
    const ssize_t got = read(descriptor, some.data(), some.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(some.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

ProcessResult run_process(const std::vector<std::string>& words) {
  DOORSTROOM_EXPECT(!words.empty());
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);

  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) < 0)
    throw run_error(message("cannot run {0}: {1}", words.front(), system_error(errno)));
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  pid_t process = 0;
  const int failure =
      posix_spawnp(&process, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  ProcessResult ended;
  if (failure == 0) {
    ended.out = read_all(ends[0]);
    int status = 0;
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  } else {
    ended.code = 127;
    ended.trouble = failure == ENOENT ? message("`{0}` is not installed", words.front())
                                      : LocalizedText(system_error(failure));
  }
  close(ends[0]);
  return ended;
}

}  // namespace doorstroom
