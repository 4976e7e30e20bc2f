#pragma once
/// Reads a result file as the commands do that read one.

#include <functional>
#include <string>
#include <vector>

namespace doorstroom::fuzz {

struct Reader {
  std::string name;  ///< of the command
  /// @param file  that is read
  /// @param good  another result of the same scenario
  std::function<void(const std::string& file, const std::string& good)> read;
};

/// export, show, same, compare, trace.
const std::vector<Reader>& readers();

}  // namespace doorstroom::fuzz
