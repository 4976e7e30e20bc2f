// doorstroom same: prints whether two result files hold the same results, and where they differ.

#include <fmt/format.h>

#include <string>
#include <vector>

#include "app/commands.hpp"
#include "app/console/output.hpp"
#include "models/messages/message.hpp"
#include "results/file/compare_files.hpp"
#include "results/file/result_reader.hpp"

namespace doorstroom {
namespace {

struct SameArguments {
  std::string one;
  std::string other;
};

constexpr auto same_examples = translatable(R"(Example:
  doorstroom same one.h5 other.h5

When, where and with how many workers a run was made does not count. Exit code 0: the same; 1: not.)");

void describe(Options& options, SameArguments& arguments) {
  options.positional("A", arguments.one, translatable("Result file (HDF5)")).required();
  options.positional("B", arguments.other, translatable("The other result file")).required();
}

/// Exit code 1 says that two good files are not the same.
std::vector<Difference> differences_of(const SameArguments& files) {
  return as_input([&] { return differences(files.one, files.other); });
}

int run(const SameArguments& arguments, Language language) {
  const std::vector<Difference> found = differences_of(arguments);
  if (found.empty()) {
    print(message("The same: every object outside /run is equal.\n").in(language));
    return 0;
  }
  std::string text = message("Not the same: {0}.\n",
                             message_plural("{0} difference", "{0} differences", found.size()))
                         .in(language);
  for (const Difference& difference : found)
    text += fmt::format("  {}\n", to_text(difference).in(language));
  print(text);
  return 1;
}

}  // namespace

Command same_command() {
  return make_reading_command<SameArguments>(
      "same", translatable("Check whether two result files hold the same results"), same_examples,
      describe, run);
}

}  // namespace doorstroom
