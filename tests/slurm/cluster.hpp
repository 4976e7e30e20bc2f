#pragma once
/// A real Slurm cluster of one node, on loopback: munged, slurmctld and slurmd, started for a test
/// and gone with it. Takes root, as slurmd does.

#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "tests/app/program.hpp"

namespace doorstroom::testing {

/// A program in the background, ended with the object.
class Daemon {
 public:
  Daemon() = default;
  explicit Daemon(const Words& words, const std::string& log) {
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    process_ = fork();
    if (process_ != 0) return;
    const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    dup2(out, STDOUT_FILENO);
    dup2(out, STDERR_FILENO);
    execvp(arguments.front(), arguments.data());
    _exit(127);
  }
  ~Daemon() { end(SIGTERM); }
  Daemon(Daemon&& other) noexcept : process_(std::exchange(other.process_, -1)) {}
  Daemon& operator=(Daemon&& other) noexcept {
    end(SIGTERM);
    process_ = std::exchange(other.process_, -1);
    return *this;
  }

  void end(int signal) {
    if (process_ <= 0) return;
    ::kill(process_, signal);
    const auto patience = steady_clock::now() + seconds(10);
    while (waitpid(process_, nullptr, WNOHANG) == 0 && steady_clock::now() < patience)
      std::this_thread::sleep_for(milliseconds(10));
    ::kill(process_, SIGKILL);
    waitpid(process_, nullptr, WNOHANG);
    process_ = -1;
  }

 private:
  pid_t process_ = -1;
};

/// What a command prints.
inline std::string output_of(const std::string& command) {
  std::string text;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) text += static_cast<char>(c);
  pclose(pipe);
  return text;
}

class Cluster {
 public:
  /// @param max_array_size  one more than the highest index of an array
  explicit Cluster(int max_array_size) {
    for (const char* name : {"state", "spool", "run", "log"}) fs::create_directory(folder_ / name);
    write_key();
    folder_.write("slurm.conf", configuration(max_array_size));
    setenv("SLURM_CONF", (folder_ / "slurm.conf").c_str(), 1);
    munged_ = Daemon({"munged", "--foreground", "--force", "--key-file=" + in("key"),
                      "--socket=" + in("run/munge.socket"), "--pid-file=" + in("run/munged.pid"),
                      "--log-file=" + in("log/munged.log"), "--seed-file=" + in("run/seed")},
                     in("log/munged.out"));
    await([&] { return fs::exists(folder_ / "run/munge.socket"); });
    start_controller();
    start_node();
  }
  ~Cluster() {
    slurmd_.end(SIGTERM);
    slurmctld_.end(SIGTERM);
    munged_.end(SIGTERM);
    unsetenv("SLURM_CONF");
  }
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;

  static bool is_installed() {
    return geteuid() == 0 && output_of(
                                 "for each in munged slurmctld slurmd sbatch; do "
                                 "command -v $each; done | wc -l") == "4\n";
  }
  bool is_up() const { return output_of("sinfo --noheader --format=%T") == "idle\n"; }
  std::string logs() const {
    return read_text(folder_ / "log/slurmctld.log") + read_text(folder_ / "log/slurmd.log");
  }

  void start_controller() {
    slurmctld_ = Daemon({"slurmctld", "-D"}, in("log/slurmctld.out"));
    await([] { return output_of("scontrol ping").find("is UP") != std::string::npos; });
  }
  void kill_controller() { slurmctld_.end(SIGKILL); }
  /// The daemon alone; what runs on the node runs on.
  void kill_daemon_of_node() { slurmd_.end(SIGKILL); }

  void start_node() {
    slurmd_ = Daemon({"slurmd", "-D", "-N", host()}, in("log/slurmd.out"));
    await([&] { return output_of("sinfo --noheader --format=%T").find("idle") == 0; });
  }
  /// As a node that loses power: with every job on it.
  void kill_node() {
    output_of("pkill -KILL -f 'slurmstepd.*'");
    slurmd_.end(SIGKILL);
  }

  /// Waits until no job is left. Jobs of a node that died would wait two minutes to begin again;
  /// they need not here. @return whether that came
  bool await_jobs(seconds patience = seconds(240)) const {
    return await(
        [] {
          output_of(
              "squeue --noheader --states=PENDING --format='%i %r' | grep BeginTime | "
              "while read -r job reason; do scontrol update JobId=$job StartTime=now; done");
          return output_of("squeue --noheader").empty();
        },
        patience);
  }

 private:
  template <class Condition>
  static bool await(Condition condition, seconds patience = seconds(30)) {
    const auto end = steady_clock::now() + patience;
    while (!condition()) {
      if (steady_clock::now() > end) return false;
      std::this_thread::sleep_for(milliseconds(100));
    }
    return true;
  }

  std::string in(const std::string& name) const { return (folder_ / name).string(); }

  static std::string host() {
    char name[256] = "";
    gethostname(name, sizeof name - 1);
    return std::string(name).substr(0, std::string(name).find('.'));
  }

  void write_key() const {
    std::random_device random;
    std::string key;
    for (int i = 0; i < 1024; ++i) key += static_cast<char>(random());
    folder_.write("key", key);
    fs::permissions(folder_ / "key", fs::perms::owner_read);
  }

  std::string configuration(int max_array_size) const {
    const int port = 20000 + static_cast<int>(getpid() % 20000);
    return fmt::format(
        "ClusterName=test\nSlurmctldHost={0}(127.0.0.1)\nSlurmUser=root\nSlurmctldPort={1}\n"
        "SlurmdPort={2}\nAuthType=auth/munge\nAuthInfo=socket={3}/run/munge.socket\n"
        "StateSaveLocation={3}/state\nSlurmdSpoolDir={3}/spool\n"
        "SlurmctldPidFile={3}/run/slurmctld.pid\nSlurmdPidFile={3}/run/slurmd.pid\n"
        "SlurmctldLogFile={3}/log/slurmctld.log\nSlurmdLogFile={3}/log/slurmd.log\n"
        "ProctrackType=proctrack/linuxproc\nTaskPlugin=task/none\n"
        "SelectType=select/cons_tres\nSelectTypeParameters=CR_Core\n"
        "AccountingStorageType=accounting_storage/none\nMpiDefault=none\nReturnToService=2\n"
        "MaxArraySize={4}\nSlurmdTimeout=5\nSchedulerParameters=sched_interval=1,"
        "batch_sched_delay=0,sched_min_interval=0\n"
        "NodeName={0} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN\n"
        "PartitionName=main Nodes={0} Default=YES MaxTime=INFINITE State=UP\n",
        host(), port, port + 1, folder_.path().string(), max_array_size);
  }

  Scratch folder_;
  Daemon munged_;
  Daemon slurmctld_;
  Daemon slurmd_;
};

}  // namespace doorstroom::testing
