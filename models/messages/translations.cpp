#include "models/messages/translations.hpp"

#include <algorithm>
#include <utility>

namespace doorstroom {

const Translation* Translations::find(std::string_view context, std::string_view english) const {
  const auto key = [](const Translation& each) { return std::pair(each.context, each.english); };
  const auto found = std::ranges::lower_bound(sorted, std::pair(context, english), {}, key);
  return found != sorted.end() && key(*found) == std::pair(context, english) ? &*found : nullptr;
}

}  // namespace doorstroom
