#include "tests/fuzz/watched_child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sanitizer/common_interface_defs.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <map>
#include <regex>
#include <string>

#include "results/file/reading.hpp"
#include "tests/fuzz/folder.hpp"

// What libFuzzer counts of the ways through the code: one byte an edge.
extern "C" {
extern std::uint8_t __start___sancov_cntrs[] __attribute__((weak));
extern std::uint8_t __stop___sancov_cntrs[] __attribute__((weak));

const char* __asan_default_options() {
  // Of each allocation the first callers only are kept: HDF5 allocates much.
  return "handle_abort=1:allocator_may_return_null=1:max_allocation_size_mb=1024:quarantine_size_"
         "mb=16:malloc_context_size=3:"
         "detect_leaks=0:symbolize=0:detect_odr_violation=0";
}
const char* __ubsan_default_options() {
  return "print_stacktrace=1:symbolize=0";
}
}

namespace doorstroom::fuzz {
namespace {

constexpr std::size_t largest_input = std::size_t{1} << 20;
constexpr std::size_t most_counters = std::size_t{4} << 20;
constexpr int inputs_of_a_child =
    400;                         // then a new one, so that little is kept from input to input
constexpr double patience = 10;  // [s of its processor]
constexpr double patience_with_library = 0.25;
constexpr long most_memory = 2'000'000;  // [KiB]

struct Shared {
  ReadingPlaces places;
  std::size_t size = 0;
  std::uint8_t input[largest_input];
  std::uint8_t counters[most_counters];
};

std::span<std::uint8_t> counters() {
  return {__start___sancov_cntrs,
          static_cast<std::size_t>(__stop___sancov_cntrs - __start___sancov_cntrs)};
}

enum class Fault { library, ours };

class Child {
 public:
  bool attempt(const TryInput& work, std::span<const std::uint8_t> input) {
    if (process_ == 0 || tried_ == inputs_of_a_child) renew(work);
    ++tried_;
    shared_->size = std::min(input.size(), largest_input);
    std::copy_n(input.begin(), shared_->size, shared_->input);
    char word = 'x';
    if (write(to_, &word, 1) != 1) std::abort();
    if (const Answer answer = wait_for_answer(); answer != Answer::given)
      return judge(fault_of_silence(answer), "does not answer");
    if (TEMP_FAILURE_RETRY(read(from_, &word, 1)) != 1) return judge(fault_of_stack(), "crashed");
    if (word == 'm') return judge(Fault::ours, "takes too much memory");
    std::copy_n(shared_->counters, counters().size(), counters().begin());
    return true;
  }

  ~Child() {
    end();
    std::fprintf(
        stderr,
        "HDF5: %zu crashes and %zu silences of the library, at %zu places; inputs went on\n",
        crashes_, silences_, places_.size());
  }

 private:
  void end() {
    if (process_ == 0) return;
    close(to_);
    close(from_);
    kill(process_, SIGKILL);
    (void)TEMP_FAILURE_RETRY(waitpid(process_, nullptr, 0));
    process_ = 0;
  }

  enum class Answer { given, none_in_library, none };

  /// Waits, not disturbed by the alarm by which libFuzzer looks at its own time. A library that
  /// goes round is given up soon; what is ours gets the time that a user would give it.
  Answer wait_for_answer() const {
    clockid_t clock{};
    if (clock_getcpuclockid(process_, &clock) != 0) return Answer::given;  // it has ended
    const double began = seconds_of(clock);
    std::uint64_t steps_before = steps();
    double since = began;  // when it took a step last
    for (int waited = 0;; ++waited) {
      pollfd answer{from_, POLLIN, 0};
      if (poll(&answer, 1, 50) > 0) return Answer::given;
      const double now = seconds_of(clock);
      if (steps() != steps_before) since = now;
      steps_before = steps();
      if (now - since > patience_with_library && is_within()) return Answer::none_in_library;
      if (now - began > patience || waited > 1200) return Answer::none;
    }
  }

  static double seconds_of(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
  }
  std::uint64_t steps() const {
    std::uint64_t all = 0;
    for (const ReadingPlace& place : shared_->places)
      if (place.process == process_) all += place.steps;
    return all;
  }
  bool is_within() const {
    return std::ranges::any_of(shared_->places,
                               [](const ReadingPlace& place) { return place.depth > 0; });
  }

  void renew(const TryInput& work) {
    end();
    tried_ = 0;
    if (shared_ == nullptr) {
      void* const memory =
          mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
      if (memory == MAP_FAILED || counters().size() > most_counters) std::abort();
      shared_ = static_cast<Shared*>(memory);
      told_ = folder().path("told");
    }
    std::memset(static_cast<void*>(&shared_->places), 0, sizeof shared_->places);
    int down[2];
    int up[2];
    if (pipe2(down, O_CLOEXEC) != 0 || pipe2(up, O_CLOEXEC) != 0) std::abort();
    process_ = fork();
    if (process_ < 0) std::abort();
    if (process_ == 0) {
      close(down[1]);
      close(up[0]);
      serve(work, down[0], up[1]);
    }
    close(down[0]);
    close(up[1]);
    to_ = down[1];
    from_ = up[0];
  }

  [[noreturn]] void serve(const TryInput& work, int from, int to) {
    __sanitizer_set_death_callback([] {});
    prctl(PR_SET_PDEATHSIG,
          SIGKILL);  // a library that goes round does not see that nobody waits any more
    const int told = open(told_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
    dup2(told, STDERR_FILENO);
    dup2(told, STDOUT_FILENO);
    tell_readings_in(&shared_->places);
    for (char word = 0; read(from, &word, 1) == 1;) {
      if (ftruncate(told, 0) != 0) _exit(1);
      std::ranges::fill(counters(), 0);
      work({shared_->input, shared_->size});
      std::ranges::copy(counters(), shared_->counters);
      rusage used{};
      getrusage(RUSAGE_SELF, &used);
      word = used.ru_maxrss > most_memory ? 'm' : 'x';
      if (write(to, &word, 1) != 1) break;
    }
    _exit(0);
  }

  /// Whose the stack is that the child told: the module of its first frame that counts.
  Fault fault_of_stack() {
    (void)TEMP_FAILURE_RETRY(waitpid(process_, nullptr, 0));
    process_ = 0;
    close(to_);
    close(from_);
    const std::string text = read_file(told_);
    // Undefined behaviour within the library is told, too, but ends nothing.
    std::size_t begin = text.rfind("ERROR: AddressSanitizer");
    if (begin == std::string::npos) begin = text.rfind("runtime error: ");
    if (begin == std::string::npos) return Fault::ours;
    static const std::regex frame(R"(#\d+ 0x[0-9a-f]+ [^\n]*\(([^\n()]+)\+(0x[0-9a-f]+)\))");
    for (auto at = std::sregex_iterator(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                        text.end(), frame);
         at != std::sregex_iterator(); ++at) {
      const std::string path = (*at)[1];
      const std::string module = path.substr(path.rfind('/') + 1);
      if (module.starts_with("libclang_rt") || module.starts_with("libc.") ||
          module.starts_with("libm.") || module.starts_with("libstdc++") ||
          module.starts_with("libgcc") || module.starts_with("libz."))
        continue;
      if (!module.starts_with("libhdf5")) return Fault::ours;
      ++crashes_;
      ++places_[(*at)[2]];
      return Fault::library;
    }
    return Fault::ours;
  }

  Fault fault_of_silence(Answer answer) {
    kill(process_, SIGABRT);  // so that it tells where it is
    for (int waited = 0; waited < 30; ++waited) {
      siginfo_t ended{};
      if (waitid(P_PID, static_cast<id_t>(process_), &ended, WEXITED | WNOHANG | WNOWAIT) != 0 ||
          ended.si_pid != 0)
        break;
      usleep(10'000);
    }
    end();
    if (answer == Answer::none) return Fault::ours;
    ++silences_;
    return Fault::library;
  }

  bool judge(Fault fault, const char* what) {
    if (fault == Fault::library) return false;
    std::fprintf(stderr, "The child %s, and that is ours:\n%s\n", what, read_file(told_).c_str());
    end();
    std::abort();
  }

  Shared* shared_ = nullptr;
  std::string told_;
  pid_t process_ = 0;
  int to_ = -1;
  int from_ = -1;
  int tried_ = 0;
  std::size_t crashes_ = 0;
  std::size_t silences_ = 0;
  std::map<std::string, std::size_t> places_;  ///< in the library, of crashes
};

}  // namespace

bool try_in_child(const TryInput& work, std::span<const std::uint8_t> input) {
  (void)folder();  // gone after the child
  static Child child;
  return child.attempt(work, input);
}

}  // namespace doorstroom::fuzz
