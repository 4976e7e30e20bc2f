// Which tests may be skipped, and when. A test that skips itself at any other time fails, so that a
// test that no longer finds what it needs is not taken for one that passed. Linked into every
// program of tests.

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

namespace doorstroom::testing {
namespace {

/// The right to mount file systems: CAP_SYS_ADMIN, which root has outside of most containers.
bool may_mount() {
  constexpr unsigned cap_sys_admin = 21;
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("CapEff:"))
      return (std::stoull(line.substr(7), nullptr, 16) >> cap_sys_admin & 1) != 0;
  return false;
}

bool is_root() {
  return geteuid() == 0;
}

/// Whether the C library may use fused multiply-add, which a test then switches off.
bool has_fma() {
#ifdef __x86_64__
  return __builtin_cpu_supports("fma") && __builtin_cpu_supports("avx2");
#else
  return false;
#endif
}

bool has_landlock() {
  return syscall(SYS_landlock_create_ruleset, nullptr, 0, 1U) > 0;
}

/// Whether stored answers are being written instead of compared.
bool is_refreshing() {
  return std::getenv("DOORSTROOM_REFRESH") != nullptr;
}

constexpr bool is_sanitized =
#ifdef DOORSTROOM_SANITIZE
    true;
#else
    false;
#endif

/// Tests whose full name begins so may be skipped where `when` holds.
struct MaySkip {
  std::string_view test;
  bool when;
  std::string_view reason;
};

bool may_skip(const std::string& test) {
  const bool no_mounts = !may_mount();
  const MaySkip all[]{
      {"ResultPlace.a_full_disk_leaves_no_file_wherever_the_run_is", no_mounts, "a small disk"},
      {"Extend.on_a_full_disk_leaves_the_result_as_it_was", no_mounts, "a small disk"},
      {"Sweep.full_disk_costs_what_was_being_done_and_no_more", no_mounts, "a small disk"},
      {"Sweep.folder_that_takes_no_files_is_told_with_the_reason", no_mounts, "a read-only disk"},
      {"Slurm.", !is_root(), "daemons of Slurm start as root"},
      {"SlurmKills.", !is_root(), "daemons of Slurm start as root"},
      {"Same.results_do_not_depend_on_fused_multiply_add", !has_fma(), "nothing to switch off"},
      {"Workers.a_run_without_memory_says_so", is_sanitized, "sanitizers need terabytes"},
      {"SupervisorDeathTest.lets_nothing_be_written_but_the_output", !has_landlock(),
       "the kernel has no Landlock"},
      {"Memory.without_rows_grows_by_little_more_than_eight_bytes_a_request_and_is_given_back",
       is_sanitized, "sanitizers hand out memory in their own way"},
      {"All/ShippedScenario.", is_refreshing(), "summaries are being written"},
      {"ShippedScenarios.have_a_summary_each", is_refreshing(), "summaries are being written"},
  };
  for (const MaySkip& one : all)
    if (one.when && test.starts_with(one.test)) return true;
  return false;
}

class NoOtherSkips : public ::testing::EmptyTestEventListener {
 public:
  void OnTestEnd(const ::testing::TestInfo& test) override {
    if (!test.result()->Skipped()) return;
    const std::string name = std::string(test.test_suite_name()) + "." + test.name();
    if (!may_skip(name))
      ADD_FAILURE() << name << " was skipped; tests/support/skips.cpp lists the tests that may be";
  }
};

/// GoogleTest owns the listener. Those that end a test are called from the last to the first, so
/// the printer sees the failure.
const bool is_listening = [] {
  ::testing::UnitTest::GetInstance()->listeners().Append(new NoOtherSkips);
  return true;
}();

}  // namespace
}  // namespace doorstroom::testing
