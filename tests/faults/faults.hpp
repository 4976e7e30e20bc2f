#pragma once
/// Commands of which one call to the system fails, and what must hold afterwards: the exit code and
/// the message are right, nothing half stands under a final name or beside it, and the same command
/// does the work when it is given again.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/mman.h>

#include <map>
#include <set>
#include <string>

#include "engine/system_error.hpp"
#include "tests/faults/fault_board.hpp"
#include "tests/faults/trials.hpp"

namespace doorstroom::testing {

/// What fails.
struct Fault {
  const char* name;
  const char* kind;  ///< as fail_nth.cpp knows it
  int number;        ///< errno; 0: half of the bytes are done
};

inline constexpr Fault faults[] = {
    {"write_disk_full", "write", ENOSPC},     {"write_disk_full_from_there", "write+", ENOSPC},
    {"write_disk_fails", "write", EIO},       {"write_half", "write", 0},
    {"fsync_disk_fails", "fsync", EIO},       {"rename_no_right", "rename", EACCES},
    {"mmap_no_memory", "mmap", ENOMEM},       {"fork_too_many", "fork", EAGAIN},
    {"malloc_no_memory", "malloc", ENOMEM},   {"open_too_many", "open", EMFILE},
    {"read_disk_fails", "read", EIO},         {"read_half", "read", 0},
    {"mkdir_disk_full", "mkdir", ENOSPC},     {"unlink_no_right", "unlink", EACCES},
    {"truncate_disk_fails", "truncate", EIO},
};

/// The file in which the library counts.
class Board {
 public:
  Board() {
    folder_.write("board", std::string(4096, '\0'));
    const int file = open((folder_ / "board").c_str(), O_RDWR | O_CLOEXEC);
    mapped_ = mmap(nullptr, sizeof(FaultBoard), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (mapped_ == MAP_FAILED) throw std::runtime_error("no board");
  }
  ~Board() { munmap(mapped_, sizeof(FaultBoard)); }
  Board(const Board&) = delete;
  Board& operator=(const Board&) = delete;

  const FaultBoard& read() const { return *static_cast<const FaultBoard*>(mapped_); }
  /// Starts anew. @return the environment in which the n-th call fails; 0: none, they are counted
  Words order(const Fault& fault, std::uint64_t n) const {
    std::memset(mapped_, 0, sizeof(FaultBoard));
    return {"LD_PRELOAD=" DOORSTROOM_FAIL_NTH,
            fmt::format("DOORSTROOM_FAULT={} {} {} {}", fault.kind, n, fault.number,
                        (folder_ / "board").string())};
  }

 private:
  Scratch folder_;
  void* mapped_ = nullptr;
};

/// One trial, on nothing or on older files, under faults.
class FaultyTrial {
 public:
  FaultyTrial(const Trial& trial, bool over_old) : trial_(trial), folder_(trial, over_old) {}

  /// How many calls of the kind there are when none fails.
  std::uint64_t count(const Fault& fault) {
    run(fault, 0);
    return board_.read().calls;
  }

  /// Lets the n-th call fail. @return whether there was such a call
  bool fail(const Fault& fault, std::uint64_t n) {
    run(fault, n);
    const FaultBoard& board = board_.read();
    if (board.failed == 0) return false;
    SCOPED_TRACE(fmt::format("{}: {} {} of {} (call {}, descriptor {} {})\nexit {}\n{}",
                             trial_.name, fault.name, n, board.calls.load(), board.call,
                             board.descriptor, board.file, ended_.code, ended_.err));
    ++endings_[ended_.code];
    // Without memory Graphviz draws an edge straight, and goes on.
    if (ended_.err.find("libpath/") != std::string::npos) return true;
    expect_told(fault);
    folder_.expect_nothing_half();
    if (ended_.code == 0) {
      EXPECT_EQ(ended_.out, folder_.expected().out);
      folder_.expect_done();
    }
    // From the very same state the same comes again.
    if (!folder_.is_untouched() || n % 16 == 1) folder_.expect_repeatable();
    return true;
  }

  /// Exit codes, and how often each.
  const std::map<int, int>& endings() const { return endings_; }

 private:
  void run(const Fault& fault, std::uint64_t n) {
    Launch launch = folder_.anew();
    launch.environment = board_.order(fault, n);
    ended_ = doorstroom(launch);
  }

  bool was_message() const { return board_.read().descriptor == STDERR_FILENO; }

  /// Exit code and message are those of what failed, for users.
  void expect_told(const Fault& fault) const {
    using ::testing::HasSubstr;
    using ::testing::Not;
    EXPECT_FALSE(ended_.hung);
    EXPECT_TRUE(ended_.code == 0 || ended_.code == 1 || ended_.code == 2);
    for (const char* internal :
         {"our own fault", "std::", "what()", "terminate", "[ERROR]", "contract", "errno", "0x"})
      EXPECT_THAT(ended_.err, Not(HasSubstr(internal)));
    // The HDF5 library crashes where it gets no memory, which cannot be told from a hostile file.
    const bool is_memory = fault.number == ENOMEM;
    if (!is_memory) {
      EXPECT_THAT(ended_.err, Not(HasSubstr("hostile")));
    }
    if (ended_.code == 0 || was_message()) return;
    // Neither Graphviz nor the loader says why it could not open one of the places where it looks.
    if (ended_.err.find("Graphviz lacks its layout") != std::string::npos ||
        ended_.err.find("cannot load a part of the program") != std::string::npos)
      return;
    const bool reads = std::set<std::string>{"open", "read", "mmap", "malloc"}.contains(fault.kind);
    EXPECT_TRUE(ended_.code == 1 || reads) << "the input was right";
    const std::string reason = filled_in(system_error(fault.number));
    const std::string words = is_memory ? "memory" : reason.substr(0, reason.find('\n'));
    EXPECT_THAT(ended_.err, HasSubstr(words)) << "the reason is not told: " << reason;
  }

  const Trial& trial_;
  TrialFolder folder_;
  Board board_;
  Ended ended_;
  std::map<int, int> endings_;
};

}  // namespace doorstroom::testing
