#include "models/scenario/label.hpp"

#include <string_view>
#include <utility>

namespace doorstroom {

std::string name_in(Language language, const Label& label, const std::string& id) {
  const std::pair<std::string_view, const std::string&> names[] = {{"en", label.en},
                                                                   {"nl", label.nl}};
  for (const auto& [code, name] : names)
    if (code == language.code() && !name.empty()) return name;
  for (const auto& [code, name] : names)
    if (!name.empty()) return name;
  return id;
}

}  // namespace doorstroom
