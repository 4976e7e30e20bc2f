#include "models/fields/scenario_fields.hpp"

#include <boost/algorithm/string.hpp>
#include <string>
#include <vector>

namespace doorstroom {
namespace {

/// Walks the table along the keys of a path.
const Field* field_from(const Section& section, std::span<const std::string> keys) {
  const Field* field = section.find(keys.front());
  if (field && keys.size() == 1) return field;
  if (field)
    for (const Section* map : {field->map, field->map_too})
      if (map)
        if (const Field* deeper = field_from(*map, keys.subspan(1))) return deeper;
  return section.other ? field_from(*section.other, keys) : nullptr;
}

}  // namespace

const Field* field_at(std::string_view path) {
  std::vector<std::string> keys;
  boost::split(keys, path, boost::is_any_of("."));
  return field_from(sections::scenario, keys);
}

}  // namespace doorstroom
