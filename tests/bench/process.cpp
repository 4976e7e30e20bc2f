#include "tests/bench/process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

#include "engine/error.hpp"
#include "tests/app/program.hpp"

namespace doorstroom::bench {
namespace {

class Child {
 public:
  explicit Child(const Words& words) : name_(words.front()) {
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t away;
    posix_spawn_file_actions_init(&away);
    for (const int output : {STDOUT_FILENO, STDERR_FILENO})
      posix_spawn_file_actions_addopen(&away, output, "/dev/null", O_WRONLY, 0);
    const int failed =
        posix_spawn(&process_, name_.c_str(), &away, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&away);
    if (failed != 0) throw RunError("cannot start " + name_);
  }
  ~Child() {
    if (over_) return;
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  pid_t process() const { return process_; }
  bool has_ended(int how = WNOHANG, int code = 0) {
    int status = 0;
    over_ = waitpid(process_, &status, how) == process_;
    if (over_ && (!WIFEXITED(status) || WEXITSTATUS(status) != code))
      throw RunError(name_ + " did not end as it should");
    return over_;
  }
  void wait(int code) { has_ended(0, code); }

 private:
  std::string name_;
  pid_t process_ = -1;
  bool over_ = false;
};

/// Its part of the anonymous memory that it shares, and all that it has alone [byte]; 0 when it is
/// gone.
double anonymous_memory(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/smaps_rollup");
  std::string line;
  while (std::getline(file, line))
    if (line.starts_with("Pss_Anon:")) return 1024 * std::stod(line.substr(9));
  return 0;
}

}  // namespace

double seconds_of_children() {
  rusage used{};
  getrusage(RUSAGE_CHILDREN, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

double seconds_of(const Words& words, int code) {
  const Stopwatch watch;
  Child(words).wait(code);
  return watch.seconds();
}

double processor_seconds_of(const Words& words) {
  const double before = seconds_of_children();
  Child(words).wait(0);
  return seconds_of_children() - before;
}

double peak_anonymous_memory(const Words& words) {
  Child child(words);
  double peak = 0;
  while (!child.has_ended()) {
    double now = anonymous_memory(child.process());
    for (const pid_t worker : testing::children_of(child.process()))
      now += anonymous_memory(worker);
    peak = std::max(peak, now);
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return peak;
}

Words run_of(const std::string& scenario, const std::string& out, const Words& more) {
  Words words{DOORSTROOM_PROGRAM, "run", scenario, "-o", out, "--force"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

}  // namespace doorstroom::bench
