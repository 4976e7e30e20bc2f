// doorstroom same: whether two result files hold the same results.

#include <fmt/format.h>

#include "app/commands.hpp"
#include "results/compare_files.hpp"

namespace doorstroom {

int same_command(const std::string& one, const std::string& other) {
  const std::vector<Difference> found = differences(one, other);
  if (found.empty()) {
    fmt::print("The same: every object outside /run is equal.\n");
    return 0;
  }
  fmt::print("Not the same: {} difference{}.\n", found.size(),
             found.size() == 1 ? "" : "s");
  for (const Difference& difference : found) fmt::print("  {}\n", to_text(difference));
  return 1;
}

}  // namespace doorstroom
