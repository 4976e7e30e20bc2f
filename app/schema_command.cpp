// doorstroom schema: what editors check files against while one types.

#include <cerrno>
#include <cstring>
#include <fstream>

#include "app/commands.hpp"
#include "app/output.hpp"
#include "models/fields/scenario_schema.hpp"
#include "models/messages/said.hpp"

namespace doorstroom {

int schema_command(const SchemaArguments& arguments) {
  const FileKind file = arguments.file == "overlay" ? FileKind::overlay
                        : arguments.file == "sweep" ? FileKind::sweep
                                                    : FileKind::scenario;
  const std::string schema = schema_of(file, arguments.language);
  if (arguments.out.empty()) {
    print(schema);
    return 0;
  }
  std::ofstream out(arguments.out, std::ios::binary);
  out << schema << std::flush;
  if (!out) throw run_error(say("{} cannot be written: {}", arguments.out, std::strerror(errno)));
  return 0;
}

}  // namespace doorstroom
