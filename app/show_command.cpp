// doorstroom show: what a result file answers.

#include "app/commands.hpp"
#include "app/output.hpp"
#include "results/result_reader.hpp"
#include "results/summary.hpp"

namespace doorstroom {

int show_command(const std::string& path, Language language) {
  ResultReader reader(path);
  print(summary(reader, language));
  return 0;
}

}  // namespace doorstroom
