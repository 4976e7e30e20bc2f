// doorstroom same: whether two result files hold the same results.

#include <fmt/format.h>

#include <string>
#include <vector>

#include "app/commands.hpp"
#include "app/counted.hpp"
#include "app/output.hpp"
#include "models/messages/said.hpp"
#include "results/file/compare_files.hpp"
#include "results/file/result_reader.hpp"

namespace doorstroom {
namespace {

/// Exit code 1 says that two good files are not the same.
std::vector<Difference> differences_of(const SameArguments& files) {
  return as_input([&] { return differences(files.one, files.other); });
}

}  // namespace

int same_command(const SameArguments& arguments) {
  const Language language = arguments.language;
  const std::vector<Difference> found = differences_of(arguments);
  if (found.empty()) {
    print(Text("The same: every object outside /run is equal.\n").in(language));
    return 0;
  }
  std::string text =
      say("Not the same: {}.\n", counted(found.size(), "{} difference", "{} differences"))
          .in(language);
  for (const Difference& difference : found)
    text += fmt::format("  {}\n", to_text(difference).in(language));
  print(text);
  return 1;
}

}  // namespace doorstroom
