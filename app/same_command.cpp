// doorstroom same: whether two result files hold the same results.

#include <fmt/format.h>

#include <string>
#include <vector>

#include "app/commands.hpp"
#include "app/output.hpp"
#include "engine/error.hpp"
#include "results/compare_files.hpp"

namespace doorstroom {
namespace {

/// A damaged file is wrong input: exit code 1 says that two good files are not the same.
std::vector<Difference> differences_of(const std::string& one, const std::string& other) {
  try {
    return differences(one, other);
  } catch (const RunError& error) {
    throw InputError(error.what());
  }
}

}  // namespace

int same_command(const std::string& one, const std::string& other) {
  const std::vector<Difference> found = differences_of(one, other);
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
