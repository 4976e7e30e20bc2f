#include "models/fields/field_places.hpp"

#include <algorithm>

namespace doorstroom {
namespace {

void gather(const Section& section, const std::string& path, std::vector<SectionPlace>& places) {
  auto place = std::ranges::find(places, &section, &SectionPlace::section);
  if (place == places.end()) place = places.insert(places.end(), {&section, {}});
  if (std::ranges::find(place->paths, path) != place->paths.end()) return;
  place->paths.push_back(path);
  if (section.other) gather(*section.other, path, places);
  for (const Field& field : section.fields) {
    const bool of_branch = &section == &sections::branch && field.key == "to";
    const std::string whole = of_branch ? path : below(path, field.key);
    for (const Section* inner : {field.map, field.map_too, field.item})
      if (inner) gather(*inner, whole, places);
  }
}

}  // namespace

std::string below(std::string_view path, std::string_view key) {
  const std::string_view name = key == "*" ? any_id : key;
  return path.empty() ? std::string(name) : std::string(path).append(".").append(name);
}

std::vector<SectionPlace> section_places(const Section& root) {
  std::vector<SectionPlace> places;
  gather(root, "", places);
  return places;
}

}  // namespace doorstroom
