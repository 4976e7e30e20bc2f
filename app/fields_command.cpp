// doorstroom fields: what each key of a scenario says.

#include "app/commands.hpp"
#include "app/output.hpp"
#include "models/fields/field_manual.hpp"
#include "models/messages/said.hpp"

namespace doorstroom {

int fields_command(const FieldsArguments& arguments) {
  const auto& [key, language] = arguments;
  if (key.empty()) {
    print(manual(language));
    return 0;
  }
  if (const auto text = explained(key, language)) {
    print(*text);
    return 0;
  }
  const auto near = nearest_key(key);
  const Text advice = near ? say("did you mean {}?", *near) : "`doorstroom fields` tells all keys";
  throw input_error(say("{} is no key of a scenario\n  {}", key, advice));
}

}  // namespace doorstroom
