#include "models/reading/field.hpp"

#include <algorithm>

namespace doorstroom {

const Field* Section::find(std::string_view key) const {
  const auto found = std::ranges::find(fields, key, &Field::key);
  if (found != fields.end()) return &*found;
  return !fields.empty() && fields.back().key == "*" ? &fields.back() : nullptr;
}

bool Section::of_ids() const {
  return fields.size() == 1 && fields.front().key == "*";
}

}  // namespace doorstroom
