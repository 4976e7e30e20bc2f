#include "models/reading/field.hpp"

#include <algorithm>

namespace doorstroom {

const Field* Section::find(std::string_view key) const {
  if (of_ids()) return fields.data();
  const auto found = std::ranges::find(fields, key, &Field::key);
  return found == fields.end() ? nullptr : &*found;
}

bool Section::of_ids() const {
  return fields.size() == 1 && fields.front().key == "*";
}

}  // namespace doorstroom
