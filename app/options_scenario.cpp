// Behind the commands for who writes scenarios: check, fields, schema.

#include "app/commands.hpp"
#include "app/options.hpp"

namespace doorstroom {
namespace {

constexpr auto check_examples = R"(Examples:
  doorstroom check scenarios/minimal.yaml
  doorstroom check scenarios/minimal.yaml --set "arrangements.oza.stay=9 months"

Exit code 2 when there are mistakes; warnings alone are no reason not to run.)";

constexpr auto fields_examples = R"(Examples:
  doorstroom fields stay
  doorstroom fields desks.youth_team.staff --lang nl
  doorstroom fields                                every key, as Markdown)";

constexpr auto schema_examples = R"(Examples:
  doorstroom schema -o scenario.schema.json
  doorstroom schema overlay -o overlay.schema.json

An editor that knows YAML schemas then checks and completes a scenario that begins with
# yaml-language-server: $schema=scenario.schema.json)";

}  // namespace

void add_check_options(Menu& menu) {
  const auto check = std::make_shared<CheckArguments>();
  CLI::App& command = add_command(
      menu, "check", "Tell every mistake in a scenario, without running it", check_examples);
  add_file(command, "FILE", check->scenario, "Scenario (YAML)");
  add_sets(command, check->sets);
  set_action(menu, command, check, check_command);
}

void add_fields_options(Menu& menu) {
  const auto fields = std::make_shared<FieldsArguments>();
  CLI::App& command = add_command(menu, "fields", "Tell what the keys of a scenario or a sweep say",
                                  fields_examples);
  command.add_option("KEY", fields->key, "A key, or a path of keys. Default: all")
      ->option_text(" ");
  set_action(menu, command, fields, fields_command);
}

void add_schema_options(Menu& menu) {
  const auto schema = std::make_shared<SchemaArguments>();
  CLI::App& command = add_command(menu, "schema", "Print the JSON Schema of scenarios, for editors",
                                  schema_examples);
  command.add_option("KIND", schema->file, "scenario, overlay or sweep. Default: scenario")
      ->option_text(" ")
      ->check(one_of({"scenario", "overlay", "sweep"}, menu.language));
  command.add_option("-o,--out", schema->out, "File to write. Default: standard output")
      ->option_text("FILE");
  set_action(menu, command, schema, schema_command);
}

}  // namespace doorstroom
