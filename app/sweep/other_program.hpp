#pragma once
/// Another program, run to its end, such as those of a cluster's scheduler.

#include <string>
#include <vector>

namespace doorstroom {

struct OtherEnded {
  int code = -1;  ///< exit code; 128 + number when a signal ended it; 127: there is no such program
  std::string out;  ///< standard output and standard error together
};

/// @param words  name of the program, found as the shell does, and its arguments
/// @throws RunError when no process can be made
OtherEnded run_other(const std::vector<std::string>& words);

}  // namespace doorstroom
