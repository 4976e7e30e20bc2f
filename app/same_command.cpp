// doorstroom same: whether two result files hold the same results.

#include <fmt/format.h>

#include "app/commands.hpp"
#include "results/compare_files.hpp"

namespace doorstroom {

int same_command(const std::string& one, const std::string& other) {
  const auto differences = compare_files(one, other);
  if (differences.empty()) {
    fmt::print("The same: every object outside /run is equal.\n");
    return 0;
  }
  fmt::print("Not the same: {} difference{}.\n", differences.size(),
             differences.size() == 1 ? "" : "s");
  for (const auto& difference : differences) fmt::print("  {}\n", difference);
  return 1;
}

}  // namespace doorstroom
