// doorstroom fields: what each key of a scenario says.

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/output.hpp"
#include "engine/error.hpp"
#include "models/field_manual.hpp"

namespace doorstroom {

int fields_command(const std::string& key, Language language) {
  if (key.empty()) {
    print(manual(language));
    return 0;
  }
  if (const auto text = explained(key, language)) {
    print(*text);
    return 0;
  }
  const auto near = nearest_key(key);
  throw InputError(fmt::format(
      "{} is no key of a scenario\n  {}", key,
      near ? fmt::format("did you mean {}?", *near) : "`doorstroom fields` tells all keys"));
}

}  // namespace doorstroom
