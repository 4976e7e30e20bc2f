// doorstroom same: whether two result files hold the same results.

#include <fmt/format.h>

#include <string>

#include "app/commands.hpp"
#include "app/output.hpp"
#include "results/compare_files.hpp"

namespace doorstroom {

int same_command(const std::string& one, const std::string& other) {
  const std::vector<Difference> found = differences(one, other);
  if (found.empty()) {
    print("The same: every object outside /run is equal.\n");
    return 0;
  }
  std::string text =
      fmt::format("Not the same: {} difference{}.\n", found.size(), found.size() == 1 ? "" : "s");
  for (const Difference& difference : found) text += fmt::format("  {}\n", to_text(difference));
  print(text);
  return 1;
}

}  // namespace doorstroom
