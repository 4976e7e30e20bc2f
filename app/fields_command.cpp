// doorstroom fields: prints what each key of a scenario means.

#include "app/commands.hpp"
#include "app/console/output.hpp"
#include "models/fields/field_manual.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

struct FieldsArguments {
  std::string key;  ///< or a path of keys; empty: all
};

constexpr auto fields_examples = translatable(R"(Examples:
  doorstroom fields stay
  doorstroom fields desks.youth_team.staff --lang nl
  doorstroom fields                                every key, as Markdown)");

void describe(Options& options, FieldsArguments& arguments) {
  options.positional("KEY", arguments.key, translatable("A key, or a path of keys. Default: all"));
}

int run(const FieldsArguments& arguments, Language language) {
  const std::string& key = arguments.key;
  if (key.empty()) {
    print(manual(language));
    return 0;
  }
  if (const auto text = explained(key, language)) {
    print(*text);
    return 0;
  }
  const auto near = nearest_key(key);
  const LocalizedText advice =
      near ? message("did you mean {0}?", *near) : message("`doorstroom fields` tells all keys");
  throw input_error(message("{0} is no key of a scenario\n  {1}", key, advice));
}

}  // namespace

Command fields_command() {
  return make_command<FieldsArguments>("fields",
                                       translatable("Explain the keys of a scenario or a sweep"),
                                       fields_examples, describe, run);
}

}  // namespace doorstroom
