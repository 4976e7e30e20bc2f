// doorstroom show: prints the summary of a result file.

#include "app/commands.hpp"
#include "app/console/output.hpp"
#include "results/file/result_reader.hpp"
#include "results/text/summary.hpp"

namespace doorstroom {
namespace {

struct ShowArguments {
  std::string result;  ///< file
};

constexpr auto show_examples = translatable(R"(Example:
  doorstroom show holland-rijnland.h5)");

void describe(Options& options, ShowArguments& arguments) {
  options.positional("FILE", arguments.result, translatable("Result file (HDF5)")).required();
}

int run(const ShowArguments& arguments, Language language) {
  ResultReader reader(arguments.result);
  print(summary(reader, language, output_width()));
  return 0;
}

}  // namespace

Command show_command() {
  return make_reading_command<ShowArguments>("show", translatable("Print what a result file says"),
                                             show_examples, describe, run);
}

}  // namespace doorstroom
