#include "app/console/supervisor.hpp"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <limits>
#include <map>
#include <thread>

#include "app/console/confinement.hpp"
#include "app/console/interrupt.hpp"
#include "app/console/output.hpp"
#include "engine/system_error.hpp"
#include "results/file/command_process.hpp"
#include "results/file/left_behind.hpp"
#include "results/file/reading.hpp"

namespace doorstroom {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds tick{100};
constexpr std::array passed_on{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2};

bool is_traced() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("TracerPid:")) return line.find_first_of("123456789") != std::string::npos;
  return false;
}

/// What a process has done, as /proc tells; all zeros when it does not.
struct Pace {
  bool waits = false;  ///< for a disk, or because it was stopped
  unsigned long long bytes_read = 0;
};

Pace pace_of(pid_t process) {
  Pace pace;
  std::ifstream io(fmt::format("/proc/{}/io", process));
  std::string name;
  io >> name >> pace.bytes_read;
  std::ifstream stat(fmt::format("/proc/{}/stat", process));
  std::string line;
  std::getline(stat, line);
  const std::size_t state = line.rfind(") ");
  pace.waits = state != std::string::npos && state + 2 < line.size() &&
               std::string_view("DTt").find(line[state + 2]) != std::string_view::npos;
  return pace;
}

/// Counts how long each process has been within one call of the library. Time is counted in ticks
/// of the supervisor, so that a machine that slept, or a command that was stopped, is not late.
class StallWatch {
 public:
  StallWatch(ReadingPlaces& places, const Supervision& supervision)
      : places_(places), supervision_(supervision) {}

  /// @return the place of a process that has stalled, or null
  ReadingPlace* look() {
    for (ReadingPlace& place : places_) {
      if (place.process == 0) return nullptr;  // places are taken in their order
      if (place.depth > 0 && has_stalled(place)) return &place;
    }
    return nullptr;
  }

 private:
  struct Call {
    std::uint64_t steps = std::numeric_limits<std::uint64_t>::max();
    unsigned long long bytes_read = 0;
    milliseconds without_bytes{0};
    milliseconds all{0};
  };

  bool has_stalled(const ReadingPlace& place) {
    Call& call = calls_[&place];
    const Pace pace = pace_of(place.process);
    if (const std::uint64_t steps = place.steps; steps != call.steps)
      call = {.steps = steps, .bytes_read = pace.bytes_read};
    if (pace.waits) return false;
    call.all += tick;
    call.without_bytes =
        pace.bytes_read == call.bytes_read ? call.without_bytes + tick : milliseconds(0);
    call.bytes_read = pace.bytes_read;
    return call.without_bytes >= supervision_.patience || call.all >= supervision_.longest;
  }

  ReadingPlaces& places_;
  const Supervision& supervision_;
  std::map<const ReadingPlace*, Call> calls_;
};

/// The place of a process that ended while it read; null when there is none.
const ReadingPlace* ended_while_reading(const ReadingPlaces& places) {
  for (const ReadingPlace& place : places)
    if (place.process != 0 && place.depth > 0) return &place;
  return nullptr;
}

bool has_read(pid_t process, const ReadingPlaces& places) {
  return std::ranges::any_of(
      places, [process](const ReadingPlace& place) { return place.process == process; });
}

/// Signals by which a process ends that has gone wrong by itself.
bool is_crash(int signal) {
  return signal == SIGSEGV || signal == SIGBUS || signal == SIGABRT || signal == SIGFPE ||
         signal == SIGILL || signal == SIGSYS || signal == SIGTRAP;
}

int say_hostile(const ReadingPlace& place, const LocalizedText& what, Language language) {
  print_message(message("{0}: a damaged or hostile file: {1}\n  copy it again from where it came, "
                        "or make it again; if memory was short, end other programs",
                        place.path.data(), what)
                    .in(language));
  return 2;
}

/// What the child, and all that it forks, tell the program that waits. All zeros at first.
struct SharedPage {
  ReadingPlaces readings;
  UnfinishedPlaces unfinished;
};

class Supervisor {
 public:
  Supervisor(pid_t child, SharedPage& shared, const Supervision& supervision, Language language)
      : child_(child),
        places_(shared.readings),
        unfinished_(shared.unfinished),
        watch_(places_, supervision),
        language_(language) {
    sigemptyset(&awaited_);
    sigaddset(&awaited_, SIGCHLD);
    for (const int signal : passed_on) sigaddset(&awaited_, signal);
  }

  /// @return the exit code of the command
  int wait() {
    const timespec a_tick{0, std::chrono::nanoseconds(tick).count()};
    for (;;) {
      int status = 0;
      const pid_t ended = waitpid(child_, &status, WNOHANG);
      if (ended == child_) {
        if (WIFSIGNALED(status)) await_orphans();
        remove_left_behind(unfinished_);
        return code_of(status);
      }
      if (ended < 0 && errno != EINTR) return 1;
      siginfo_t from{};
      const int signal = sigtimedwait(&awaited_, &from, &a_tick);
      // What the terminal sends, the child has got as well.
      if (signal > 0 && signal != SIGCHLD && from.si_code <= 0 && from.si_pid != child_)
        kill(child_, signal);
      if (signal < 0 && errno == EAGAIN) end_stall();
    }
  }

 private:
  void end_stall() {
    ReadingPlace* const place = watch_.look();
    if (place == nullptr) return;
    stalled_ = place;
    kill(place->process, SIGKILL);
  }

  /// Workers are killed when the child ends, and are ours from then on. What they had not finished
  /// is theirs until they are gone.
  static void await_orphans() {
    constexpr milliseconds patience{1000};
    constexpr milliseconds look{2};
    for (milliseconds waited{0}; waited < patience; waited += look) {
      const pid_t ended = waitpid(-1, nullptr, WNOHANG);
      if (ended < 0 && errno == ECHILD) return;
      if (ended == 0) std::this_thread::sleep_for(look);
    }
  }

  int code_of(int status) {
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return 0;
    if (WIFEXITED(status) && WEXITSTATUS(status) == stopped_by_user) return stopped_by_user;
    const ReadingPlace* const place = ended_while_reading(places_);
    const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (stalled_ != nullptr)
      return say_hostile(*stalled_, message("reading it comes to no end"), language_);
    const bool crashed = signal == 0 || is_crash(signal);
    if (place != nullptr && place->path.front() == '\0' && crashed) {
      print_message(
          message("HDF5, the library of result files, could not start: {0}", system_error(ENOMEM))
              .in(language_));
      return 1;
    }
    if (place != nullptr && crashed)
      return say_hostile(*place, message("reading it crashed"), language_);
    if (signal == 0) return WEXITSTATUS(status);
    if (is_crash(signal) && has_read(child_, places_)) {
      // The library may have written where it should not, which shows only later.
      print_message(
          message("The command crashed after it had read result files ({0}): one of them may be "
                  "damaged or hostile\n  copy them again from where they came, or make them again; "
                  "if that does not help and memory was not short, please report it with what "
                  "`doorstroom --version` says",
                  strsignal(signal))
              .in(language_));
      return 2;
    }
    if (is_crash(signal)) {
      print_message(
          message("This is our own fault, not yours: {0}\n  please report it with the scenario, "
                  "the command, and what `doorstroom --version` says",
                  fmt::format("signal {} ({})", signal, strsignal(signal)))
              .in(language_));
      return 3;
    }
    end_likewise(signal);
    return 128 + signal;
  }

  /// The program ends as the command did, so that whoever started it sees that.
  static void end_likewise(int signal) {
    std::signal(signal, SIG_DFL);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, signal);
    sigprocmask(SIG_UNBLOCK, &only, nullptr);
    raise(signal);
  }

  pid_t child_;
  ReadingPlaces& places_;
  UnfinishedPlaces& unfinished_;
  StallWatch watch_;
  Language language_;
  const ReadingPlace* stalled_ = nullptr;
  sigset_t awaited_{};
};

void say_unsupervised(const LocalizedText& why, Language language) {
  print_message(message("result files are read unprotected: {0}", why).in(language));
}

void become_child(pid_t program, SharedPage& shared, const Supervision& supervision,
                  Language language) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != program) _exit(1);  // the program was killed meanwhile
  for (const LocalizedText& failed : confine(supervision.outputs))
    say_unsupervised(failed, language);
  tell_readings_in(&shared.readings);
  tell_unfinished_in(&shared.unfinished);
  work_for(program);
}

}  // namespace

std::optional<int> supervise(const Supervision& supervision, Language language) {
  if (is_traced()) return std::nullopt;
  const auto cannot = [&] {
    say_unsupervised(message("no process of its own: {0}", system_error(errno)), language);
    return std::nullopt;
  };
  void* const mapped =
      mmap(nullptr, sizeof(SharedPage), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) return cannot();
  auto* const shared = static_cast<SharedPage*>(mapped);
  prctl(PR_SET_CHILD_SUBREAPER, 1);  // workers whose parent was killed are waited for here
  std::signal(SIGCHLD, SIG_DFL);  // a child of which nobody wants to hear could not be waited for
  sigset_t awaited;
  sigset_t before;
  sigemptyset(&awaited);
  sigaddset(&awaited, SIGCHLD);
  for (const int signal : passed_on) sigaddset(&awaited, signal);
  sigprocmask(SIG_BLOCK, &awaited, &before);
  const pid_t program = getpid();
  const pid_t child = fork();
  const int error = errno;
  if (child <= 0) sigprocmask(SIG_SETMASK, &before, nullptr);
  if (child < 0) {
    munmap(mapped, sizeof(SharedPage));
    errno = error;
    return cannot();
  }
  if (child == 0) {
    become_child(program, *shared, supervision, language);
    return std::nullopt;
  }
  return Supervisor(child, *shared, supervision, language).wait();
}

}  // namespace doorstroom
