// doorstroom same: whether two result files hold the same results.

#include <fmt/format.h>

#include <string>
#include <vector>

#include "app/commands.hpp"
#include "app/output.hpp"
#include "engine/error.hpp"
#include "models/said.hpp"
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

int same_command(const std::string& one, const std::string& other, Language language) {
  const std::vector<Difference> found = differences_of(one, other);
  if (found.empty()) {
    print(Text("The same: every object outside /run is equal.\n").in(language));
    return 0;
  }
  const Text count = found.size() == 1 ? say("Not the same: {} difference.\n", found.size())
                                       : say("Not the same: {} differences.\n", found.size());
  std::string text = count.in(language);
  for (const Difference& difference : found) text += fmt::format("  {}\n", to_text(difference));
  print(text);
  return 1;
}

}  // namespace doorstroom
