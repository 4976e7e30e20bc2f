// doorstroom schema: prints the JSON Schema with which editors check scenarios.

#include "app/commands.hpp"
#include "app/console/output.hpp"
#include "models/fields/scenario_schema.hpp"
#include "models/messages/message.hpp"
#include "results/file/text_file.hpp"

namespace doorstroom {
namespace {

struct SchemaArguments {
  std::string file = "scenario";  ///< or overlay, or sweep
  std::string out;                ///< empty: standard output
};

constexpr auto schema_examples = translatable(R"(Examples:
  doorstroom schema -o scenario.schema.json
  doorstroom schema overlay -o overlay.schema.json

An editor that knows YAML schemas then checks and completes a scenario that begins with
# yaml-language-server: $schema=scenario.schema.json)");

void describe(Options& options, SchemaArguments& arguments) {
  options
      .positional("KIND", arguments.file,
                  translatable("scenario, overlay or sweep. Default: scenario"))
      .one_of({"scenario", "overlay", "sweep"});
  options.option("-o,--out", "FILE", arguments.out,
                 translatable("File to write. Default: standard output"));
}

int run(const SchemaArguments& arguments, Language language) {
  const FileKind file = arguments.file == "overlay" ? FileKind::overlay
                        : arguments.file == "sweep" ? FileKind::sweep
                                                    : FileKind::scenario;
  const std::string schema = schema_of(file, language);
  if (arguments.out.empty()) {
    print(schema);
    return 0;
  }
  write_text_file(arguments.out, schema);
  return 0;
}

}  // namespace

Command schema_command() {
  return make_command<SchemaArguments>(
      "schema", translatable("Print the JSON Schema of scenarios, for editors"), schema_examples,
      describe, run);
}

}  // namespace doorstroom
