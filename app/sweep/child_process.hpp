#pragma once
/// Runs another program to its end, such as a command of the cluster's scheduler.

#include <string>
#include <vector>

#include "models/messages/message.hpp"

namespace doorstroom {

struct ProcessResult {
  int code = -1;            ///< exit code; 128 + signal number; 127 when there is no such program
  std::string out;          ///< standard output and standard error, in the order of writing
  LocalizedText trouble{};  ///< why it could not be run at all
};

/// @param words  name of the program, looked up in PATH, and its arguments
/// @throws RunError when the pipe for its output cannot be made
ProcessResult run_process(const std::vector<std::string>& words);

}  // namespace doorstroom
