#pragma once
/// The real program, run as a user runs it: words on a command line, a folder to stand in, and what
/// comes out of it. Nothing is left behind: not a file, not a process.

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "models/messages/utf8.hpp"

namespace doorstroom::testing {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

#ifdef DOORSTROOM_SANITIZE
inline constexpr int slower = 10;  ///< how many times longer anything may take
#else
inline constexpr int slower = 1;
#endif

inline const std::string program = DOORSTROOM_PROGRAM;
inline const fs::path scenarios = fs::path(DOORSTROOM_SOURCE_DIR) / "scenarios";
inline const std::string minimal = (scenarios / "minimal.yaml").string();
inline const std::string holland_rijnland = (scenarios / "holland-rijnland.yaml").string();
inline const std::string procesregisseur = (scenarios / "procesregisseur-middle.yaml").string();

inline std::string read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A folder of its own for a test.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "doorstroom-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
    path_ = name;
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  fs::path operator/(const std::string& name) const { return path_ / name; }
  const fs::path& path() const { return path_; }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }
  /// Names of all files in it, sorted.
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(path_))
      names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  fs::path path_;
};

using Words = std::vector<std::string>;

/// How the program is started.
struct Launch {
  Words words;
  fs::path folder = {};                 ///< where the user stands; empty: here
  Words environment = {};               ///< "NAME=VALUE"
  std::vector<int> closed = {};         ///< descriptors that the caller has closed
  int out = -1;                         ///< instead of what is caught as standard output
  int err = -1;                         ///< the same of standard error
  int ignored_signal = 0;               ///< as `nohup` does
  rlim_t largest_file = RLIM_INFINITY;  ///< [byte]
  rlim_t most_memory = RLIM_INFINITY;   ///< address space [byte]
  rlim_t most_data = RLIM_INFINITY;     ///< private memory of each process [byte]
  unsigned short terminal_columns = 0;  ///< > 0: standard error is a terminal
};

struct Ended {
  int code = -1;  ///< exit code; 128 + number when a signal ended it
  std::string out;
  std::string err;
  steady_clock::duration took{};
  milliseconds cpu{};  ///< time of the processors that it took: says more than `took` when others
                       ///< use the machine as well
  bool hung = false;
};

class Running {
 public:
  explicit Running(const Launch& launch)
      : out_(memfd_create("out", MFD_CLOEXEC)),
        err_(memfd_create("err", MFD_CLOEXEC)),
        started_(steady_clock::now()) {
    std::vector<char*> arguments{const_cast<char*>(program.c_str())};
    for (const std::string& word : launch.words)
      arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    if (launch.terminal_columns > 0) {
      winsize size{};
      size.ws_row = 24;
      size.ws_col = launch.terminal_columns;
      process_ = forkpty(&terminal_, nullptr, nullptr, &size);
    } else {
      process_ = fork();
    }
    if (process_ < 0) throw std::runtime_error("fork failed");
    if (process_ == 0) become(launch, arguments);
    if (terminal_ < 0) setpgid(process_, process_);  // as the child does: whoever is first
  }
  ~Running() {
    if (process_ > 0 && !over_) {
      ::kill(-process_, SIGKILL);
      ::kill(process_, SIGKILL);
      waitpid(process_, nullptr, 0);
    }
    for (const int descriptor : {out_, err_, terminal_})
      if (descriptor >= 0) close(descriptor);
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  pid_t process() const { return process_; }
  /// To the program alone. After SIGKILL, waits until the command that it watched has gone, too.
  void kill(int signal) const;
  /// The processes of a command that reads results run below a child of the program, which watches
  /// it: those are the workers of the command.
  std::vector<pid_t> workers_below() const;
  /// As the terminal does on Ctrl-C: to the program and its workers.
  void kill_all(int signal) const { ::kill(-process_, signal); }
  /// As if typed on its terminal.
  void type(const std::string& text) const {
    if (write(terminal_, text.data(), text.size()) < 0) throw std::runtime_error("cannot type");
  }

  /// What it has said so far.
  std::string err() {
    if (terminal_ < 0) return text_of(err_);
    read_terminal();
    return shown_;
  }

  /// What it has answered so far.
  std::string out() const { return text_of(out_); }

  bool wait_until_it_says(const std::string& text, seconds patience = seconds(20)) {
    return wait_until([&] { return err().find(text) != std::string::npos; }, patience);
  }

  /// @return whether that came true, before the program ended or patience did
  template <class Condition>
  bool wait_until(Condition condition, seconds patience = seconds(20)) {
    const auto end = steady_clock::now() + patience * slower;
    while (!condition()) {
      if (steady_clock::now() > end || has_ended()) return condition();
      std::this_thread::sleep_for(milliseconds(1));
    }
    return true;
  }

  bool has_ended() {
    if (over_) return true;
    over_ = wait4(process_, &status_, WNOHANG, &usage_) == process_;
    if (over_) ended_ = steady_clock::now();
    return over_;
  }

  Ended wait(seconds patience = seconds(30)) {
    const bool in_time = wait_until([] { return false; }, patience) || has_ended();
    if (!in_time) {
      ::kill(-process_, SIGKILL);
      ::kill(process_, SIGKILL);
      waitpid(process_, &status_, 0);
      over_ = true;
      ended_ = steady_clock::now();
    }
    Ended ended;
    ended.code = WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
    ended.out = text_of(out_);
    ended.err = err();
    ended.took = ended_ - started_;
    ended.hung = !in_time;
    ended.cpu = milliseconds((usage_.ru_utime.tv_sec + usage_.ru_stime.tv_sec) * 1000 +
                             (usage_.ru_utime.tv_usec + usage_.ru_stime.tv_usec) / 1000);
    return ended;
  }

 private:
  [[noreturn]] void become(const Launch& launch, std::vector<char*>& arguments) const {
    if (terminal_ < 0 && launch.terminal_columns == 0) {
      setpgid(0, 0);
      dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
      dup2(launch.err >= 0 ? launch.err : err_, STDERR_FILENO);
    }
    dup2(launch.out >= 0 ? launch.out : out_, STDOUT_FILENO);
    for (const int descriptor : launch.closed) close(descriptor);
    if (!launch.folder.empty() && chdir(launch.folder.c_str()) != 0) _exit(126);
    for (const std::string& variable : launch.environment)
      putenv(const_cast<char*>(variable.c_str()));
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ}) signal(number, SIG_DFL);
    if (launch.ignored_signal > 0) signal(launch.ignored_signal, SIG_IGN);
    limit(RLIMIT_FSIZE, launch.largest_file);
    limit(RLIMIT_AS, launch.most_memory);
    limit(RLIMIT_DATA, launch.most_data);
    execv(program.c_str(), arguments.data());
    _exit(127);
  }
  static void limit(decltype(RLIMIT_AS) what, rlim_t most) {
    if (most == RLIM_INFINITY) return;
    const rlimit limit{most, most};
    setrlimit(what, &limit);
  }

  static std::string text_of(int descriptor) {
    struct stat known {};
    fstat(descriptor, &known);
    std::string text(static_cast<std::size_t>(known.st_size), '\0');
    const ssize_t got = pread(descriptor, text.data(), text.size(), 0);
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return text;
  }
  void read_terminal() {
    pollfd ready{terminal_, POLLIN, 0};
    char some[4096];
    while (poll(&ready, 1, 0) > 0) {
      const ssize_t got = read(terminal_, some, sizeof some);
      if (got <= 0) return;  // EIO: nobody has it open any more
      shown_.append(some, static_cast<std::size_t>(got));
    }
  }

  int out_;
  int err_;
  int terminal_ = -1;
  std::string shown_;  ///< on the terminal
  pid_t process_ = -1;
  int status_ = 0;
  rusage usage_{};
  bool over_ = false;
  steady_clock::time_point started_;
  steady_clock::time_point ended_{};
};

/// Until it ends; one that takes three minutes hangs.
inline Ended doorstroom(const Launch& launch) {
  return Running(launch).wait(seconds(180));
}
inline Ended doorstroom(Words words) {
  return doorstroom(Launch{.words = std::move(words)});
}

/// State and parent of a process, as /proc tells them; '-' when it is gone.
struct ProcessFacts {
  char state = '-';
  pid_t parent = -1;

  bool alive() const { return state != '-' && state != 'Z' && state != 'X'; }
};

inline ProcessFacts facts_of(const std::string& process) {
  ProcessFacts facts;
  char text[512] = "";
  const int file = open(("/proc/" + process + "/stat").c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return facts;
  const ssize_t got = read(file, text, sizeof text - 1);  // fails when it ends this very moment
  close(file);
  const char* behind_name = got > 0 ? std::strrchr(text, ')') : nullptr;
  if (behind_name != nullptr) std::sscanf(behind_name, ") %c %d", &facts.state, &facts.parent);
  return facts;
}

inline bool is_alive(pid_t process) {
  return facts_of(std::to_string(process)).alive();
}

/// Processes that this one has started and that have not ended.
inline std::vector<pid_t> children_of(pid_t parent) {
  std::vector<pid_t> children;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const std::string name = entry.path().filename().string();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    const ProcessFacts facts = facts_of(name);
    if (facts.alive() && facts.parent == parent) children.push_back(std::stoi(name));
  }
  return children;
}

inline void Running::kill(int signal) const {
  const std::vector<pid_t> below = signal == SIGKILL ? children_of(process_) : std::vector<pid_t>();
  ::kill(process_, signal);
  const auto end = steady_clock::now() + seconds(5) * slower;
  for (const pid_t process : below)
    while (is_alive(process) && steady_clock::now() < end)
      std::this_thread::sleep_for(milliseconds(1));
}

inline std::vector<pid_t> Running::workers_below() const {
  const std::vector<pid_t> command = children_of(process_);
  return command.empty() ? command : children_of(command.front());
}

/// How wide the widest line of a text is [character].
inline std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    widest = std::max(widest, characters(line).size());
  return widest;
}

}  // namespace doorstroom::testing
