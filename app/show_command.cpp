// doorstroom show: what a result file answers.

#include "app/commands.hpp"
#include "app/output.hpp"
#include "results/file/result_reader.hpp"
#include "results/text/summary.hpp"

namespace doorstroom {

int show_command(const ShowArguments& arguments) {
  ResultReader reader(arguments.result);
  print(summary(reader, arguments.language));
  return 0;
}

}  // namespace doorstroom
