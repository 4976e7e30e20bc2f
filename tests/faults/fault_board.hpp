#pragma once
/// What the library that makes calls fail (fail_nth.cpp) tells the test that has loaded it. Both
/// map the same file, and so does every process that the program forks.

#include <atomic>
#include <cstdint>

namespace doorstroom::testing {

struct FaultBoard {
  std::atomic<std::uint64_t> calls;   ///< of the kind, in all processes
  std::atomic<std::uint64_t> failed;  ///< of these
  long call;                          ///< number of the system call that failed first
  long descriptor;                    ///< its first argument, where that is a file; else negative
  char file[256];                     ///< name of that file
};

}  // namespace doorstroom::testing
